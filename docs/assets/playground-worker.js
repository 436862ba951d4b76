// Python for the playground, beside the page so that the page stays alive while it works.
const python = async () => {
  const {loadPyodide} = await import("./playground/pyodide.mjs");
  const pyodide = await loadPyodide();
  const packages = await fetch(new URL("playground/packages.zip", import.meta.url));
  if (!packages.ok) throw new Error(`packages.zip: ${packages.status}`);
  const {major, minor} = pyodide.runPython("import sys; sys.version_info");
  pyodide.unpackArchive(await packages.arrayBuffer(), "zip", {extractDir: `/lib/python${major}.${minor}/site-packages`});
  return pyodide.runPython(`
from newsschema import read_text
from newsschema.html import page

def show(story):
    article = read_text(story)
    return page(article), len(article.quotes), len(article.sources)

show`);
};
let started;
onmessage = async ({data}) => {
  let show;
  try {
    started ??= python();
    show = await started;
  } catch (error) {
    started = undefined;
    postMessage({missing: String(error)});
    return;
  }
  try {
    const [html, quotes, sources] = show(data).toJs();
    postMessage({html, quotes, sources});
  } catch (error) {
    postMessage({failed: String(error).trim().split("\n").at(-1)});
  }
};
