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

  // Selecting words of a report: with the mouse, or with the arrow keys once the text has the focus.
  const text = document.querySelector("[data-select]");
  const form = document.querySelector("form[data-correct]");
  const MOVES = { ArrowRight: ["forward", "word"], ArrowLeft: ["backward", "word"], ArrowDown: ["forward", "line"], ArrowUp: ["backward", "line"] };
  const chosen = () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed || !text.contains(selection.anchorNode)) return "";
    const words = selection.getRangeAt(0).cloneContents();
    for (const number of words.querySelectorAll(".n")) number.remove();
    return words.textContent.replace(/\s+/g, " ").trim();
  };
  const take = () => {
    const words = chosen();
    if (!words) return false;
    const because = form.elements.namedItem("because");
    form.closest("details").open = true;
    form.elements.namedItem("value").value = words;
    because.value = because.dataset.because.replace("{}", words);
    return true;
  };
  if (text && form) {
    text.addEventListener("mouseup", take);
    text.addEventListener("keydown", (event) => {
      if (event.target !== text) return;
      if (event.key === "Enter" && take()) {
        event.preventDefault();
        form.elements.namedItem("value").focus();
      }
      const move = MOVES[event.key];
      if (!move) return;
      event.preventDefault();
      const selection = getSelection();
      if (!selection.rangeCount || !text.contains(selection.anchorNode)) {
        selection.collapse(document.getElementById("claim") ?? text, 0);
      }
      selection.modify(event.shiftKey ? "extend" : "move", ...move);
      selection.focusNode?.parentElement?.scrollIntoView({ block: "nearest" });
    });
  }

  const unfold = () => {
    const at = document.getElementById(location.hash.slice(1));
    if (at instanceof HTMLDetailsElement) at.open = true;
  };
  addEventListener("hashchange", unfold);
  unfold();

  if (document.getElementById("claim") && location.hash === "#claim") document.getElementById("claim").focus();
})();
