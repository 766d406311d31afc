// Gives the browser the modules that came in this file, where it would ask for each by its place. They are
// texts by names, in which other modules' place is "@home/".
((modules) => {
  if (!HTMLScriptElement.supports?.("importmap")) return;
  const home = new URL("static/js/", document.baseURI);
  const imports = {};
  for (const [name, text] of Object.entries(modules)) {
    const code = new Blob([text.replaceAll("@home/", home)], { type: "text/javascript" });
    imports[new URL(name, home)] = URL.createObjectURL(code);
  }
  const map = document.createElement("script");
  map.type = "importmap";
  map.textContent = JSON.stringify({ imports });
  document.currentScript.after(map);
})(MODULES);
