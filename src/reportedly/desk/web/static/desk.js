// Without this script every page still works: it adds shortcuts, and filters that apply as they are set.
(() => {
  "use strict";
  const typing = (at) => at.matches("input, select, textarea, [contenteditable]");

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "j" || event.key === "k") {
      const rows = [...document.querySelectorAll("[data-row]")];
      const at = rows.indexOf(document.activeElement);
      const next = rows[event.key === "j" ? at + 1 : Math.max(at - 1, 0)];
      if (next) next.focus();
      return;
    }
    const meant = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!meant) return;
    event.preventDefault();
    if (typing(meant)) meant.focus();
    else meant.click();
  });

  for (const form of document.querySelectorAll("form[data-live]")) {
    form.addEventListener("change", () => form.requestSubmit());
    // Blank fields stay out of the address, so that it reads as what was asked.
    form.addEventListener("formdata", (event) => {
      for (const [name, value] of [...event.formData]) if (value === "") event.formData.delete(name);
    });
  }

  if (document.getElementById("claim") && location.hash === "#claim") document.getElementById("claim").focus();
})();
