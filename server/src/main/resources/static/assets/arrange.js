// Moves badges without a new page, by the same buttons and by dragging. Without this file the buttons send their forms.
(() => {
  const list = document.getElementById("order");
  const said = document.getElementById("said");
  if (!list) return;
  let sending = Promise.resolve();

  const rows = () => [...list.children];
  const name = (row) => row.querySelector(".in-order-name").textContent;

  const keep = (row) => {
    const form = row.querySelector("form");
    const body = new URLSearchParams(new FormData(form));
    body.delete("badge");
    body.set("order", rows().map((r) => r.dataset.badge).join(","));
    const place = rows().indexOf(row) + 1;
    sending = sending.then(() => fetch(form.action, { method: "POST", body, credentials: "same-origin" }))
      .then((answer) => {
        if (!answer.ok) throw new Error(String(answer.status));
        said.textContent = said.dataset.moved.replace("{0}", name(row)).replace("{1}", place);
      })
      .catch(() => { said.textContent = said.dataset.failed; said.classList.remove("visually-hidden"); });
  };

  const move = (row, how) => {
    const at = rows().indexOf(row);
    if (how === "up" && at > 0) list.insertBefore(row, rows()[at - 1]);
    else if (how === "down" && at < rows().length - 1) list.insertBefore(rows()[at + 1], row);
    else if (how === "first" && at > 0) list.prepend(row);
    else return;
    keep(row);
  };

  list.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!button || button.name !== "move") return;
    event.preventDefault();
    move(button.closest("li"), button.value);
    button.focus();
  });

  let dragged = null;
  for (const row of rows()) {
    row.draggable = true;
    row.title = list.dataset.hint;
  }
  list.addEventListener("dragstart", (event) => {
    dragged = event.target.closest("li");
    dragged.dataset.dragged = "yes";
    event.dataTransfer.effectAllowed = "move";
  });
  list.addEventListener("dragover", (event) => {
    const over = event.target.closest("li");
    if (!dragged || !over || over === dragged) return;
    event.preventDefault();
    const middle = over.getBoundingClientRect().top + over.offsetHeight / 2;
    list.insertBefore(dragged, event.clientY < middle ? over : over.nextSibling);
  });
  list.addEventListener("drop", (event) => event.preventDefault());
  list.addEventListener("dragend", () => {
    if (!dragged) return;
    delete dragged.dataset.dragged;
    keep(dragged);
    dragged = null;
  });
})();
