// Draws the badge anew while one chooses and types. Without this file the Preview button does it.
(() => {
  const form = document.getElementById("look");
  const figure = document.getElementById("figure");
  if (!form || !figure) return;
  let waiting = 0;
  let asked = 0;

  const draw = () => {
    const wanted = new URLSearchParams(new FormData(form));
    for (const name of [...wanted.keys()]) if (name.startsWith("_")) wanted.delete(name);
    const address = form.dataset.figure;
    const mine = ++asked;
    fetch(address + (address.includes("?") ? "&" : "?") + wanted, { credentials: "same-origin" })
      .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(String(answer.status)))))
      .then((html) => {
        if (mine !== asked) return;
        const fresh = new DOMParser().parseFromString(html, "text/html");
        const picture = fresh.querySelector("img");
        const ready = () => { if (mine === asked) figure.replaceChildren(...fresh.body.childNodes); };
        picture.decode().then(ready, ready);
      })
      .catch(() => {});
  };

  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(draw, 200);
  });
})();
