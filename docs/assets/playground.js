// The page of the playground: hands the story to Python in a worker, and shows what comes back in a frame of its own.
(() => {
  const form = document.getElementById("try");
  const [button, story, frame] = ["button", "textarea", "iframe"].map((name) => form.querySelector(name));
  const say = (words) => { form.querySelector("output").textContent = words; };
  const many = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;
  const address = new URL("playground-worker.js", document.currentScript.src);
  let worker;
  const finish = ({data}) => {
    button.disabled = false;
    if (data.html === undefined) {
      say(data.failed ?? `This copy of the site has no Python for the browser beside its pages. (${data.missing})`);
      return;
    }
    frame.srcdoc = data.html;
    frame.hidden = false;
    say(`${many(data.quotes, "quote")}, ${many(data.sources, "source")}`);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    button.disabled = true;
    say(worker ? "Reading …" : "Loading Python …");
    if (!worker) {
      worker = new Worker(address, {type: "module"});
      worker.addEventListener("message", finish);
      worker.addEventListener("error", () => finish({data: {missing: "the worker did not start"}}));
    }
    worker.postMessage(story.value);
  });
  form.hidden = false;
})();
