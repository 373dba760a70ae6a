// Shows the accent as it is chosen, before it is saved. Without this file the button "Try" does the same.
(() => {
  const field = document.getElementById("accent");
  const sheet = document.querySelector('link[href^="/assets/accent/"]');
  if (!field || !sheet) return;
  field.addEventListener("change", () => {
    if (/^#[0-9a-f]{6}$/i.test(field.value)) {
      sheet.href = "/assets/accent/" + field.value.slice(1).toLowerCase() + ".css";
    }
  });
})();
