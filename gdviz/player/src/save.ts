// A drawing in SVG as a picture to keep, twice as large, on the page's own ground.

const STYLES = ["fill", "stroke", "strokeWidth", "strokeDasharray", "opacity", "font", "textAnchor"] as const;

export async function saveSvg(svg: SVGSVGElement, name: string): Promise<void> {
  const link = Object.assign(document.createElement("a"), { download: `${name}.png`, href: await pictureOf(svg) });
  link.click();
}

async function pictureOf(svg: SVGSVGElement): Promise<string> {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const { width, height } = svg.viewBox.baseVal;
  const copies = copy.querySelectorAll<SVGElement>("*");
  svg.querySelectorAll<SVGElement>("*").forEach((original, i) => {
    const seen = getComputedStyle(original);
    const style = copies[i]?.style;
    if (style) for (const name of STYLES) style[name] = seen[name];
  });
  copy.setAttribute("width", String(2 * width));
  copy.setAttribute("height", String(2 * height));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: 2 * width, height: 2 * height });
  const paper = canvas.getContext("2d");
  if (!paper) throw new Error("no canvas to draw on");
  paper.fillStyle = getComputedStyle(document.querySelector(".stApp") ?? document.body).backgroundColor;
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(image, 0, 0);
  return canvas.toDataURL("image/png");
}
