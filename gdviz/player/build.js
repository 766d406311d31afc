// Bundles the player into the files that Python reads: dist/player.js, dist/run.js, dist/light.js,
// dist/style.css and dist/projector.css.
//
// They are committed, as where the page is served there is no node. --check says whether they are those
// of the sources; --test bundles the tests for node.

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const home = dirname(fileURLToPath(import.meta.url));
const root = join(home, "../..");
const tests = join(root, "node_modules/.cache/gdviz");

const common = { absWorkingDir: home, bundle: true, format: "esm", target: "es2022", charset: "utf8" };

if (process.argv.includes("--test")) {
  const names = readdirSync(join(home, "tests")).filter((name) => name.endsWith(".test.ts"));
  const entryPoints = names.map((name) => `tests/${name}`);
  await build({ ...common, entryPoints, outdir: tests, platform: "node", sourcemap: "inline" });
} else {
  const isCheck = process.argv.includes("--check");
  const entryPoints = { player: "src/main.ts", run: "src/run.ts", light: "src/light.ts", style: "style/index.css", projector: "style/projector.css" };
  const { outputFiles } = await build({ ...common, entryPoints, outdir: "dist", write: false, minify: true, lineLimit: 160 });
  const { writeFileSync, mkdirSync } = await import("node:fs");
  mkdirSync(join(home, "dist"), { recursive: true });
  for (const { path, text } of outputFiles) {
    if (!isCheck) writeFileSync(path, text);
    else if (text !== readFileSync(path, "utf8")) {
      console.error(`${relative(root, path)} is not that of its sources: npm run build`);
      process.exitCode = 1;
    }
  }
}
