// Without this script every link still leads to its words; it adds a flash, a way back, and a search over the list.
(() => {
  "use strict";
  const back = document.getElementById("back");
  let origin = null;

  const flash = (id) => {
    for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
    for (const piece of document.querySelectorAll(`[data-m="${id}"]`)) {
      void piece.offsetWidth; // restarts the animation
      piece.classList.add("lit");
    }
  };

  const home = () => {
    if (!origin) return;
    const to = origin;
    origin = null;
    back.hidden = true;
    to.scrollIntoView({ block: "center" });
    to.focus({ preventScroll: true });
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#r"]');
    if (link) {
      const id = link.getAttribute("href").slice(1);
      if (!/^r\d+m\d+$/.test(id)) return;
      flash(id);
      origin = link;
      back.hidden = false;
      return;
    }
    const mark = event.target.closest("[data-m]");
    if (!mark || String(window.getSelection())) return;
    const value = document.querySelector(`a.value[href="#${mark.dataset.m}"], a.voice[href="#${mark.dataset.m}"]`);
    if (!value) return;
    flash(mark.dataset.m);
    value.scrollIntoView({ block: "center" });
    value.focus({ preventScroll: true });
  });
  back.addEventListener("click", home);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && origin) {
      event.preventDefault();
      home();
    }
  });

  const lists = document.querySelectorAll("details.accounts");
  window.addEventListener("beforeprint", () => {
    for (const list of lists) {
      list.dataset.was = list.open ? "open" : "";
      list.open = true;
    }
  });
  window.addEventListener("afterprint", () => {
    for (const list of lists) list.open = list.dataset.was === "open";
  });

  const find = document.getElementById("find");
  if (!find) return;
  find.closest(".find").hidden = false;
  const rows = [...document.querySelectorAll("#index li")].map((row) => {
    const article = document.querySelector(row.querySelector("a").getAttribute("href"));
    return { row, article, words: (row.textContent + " " + article.querySelector(".cards").textContent).toLowerCase() };
  });
  find.addEventListener("input", () => {
    const wanted = find.value.trim().toLowerCase();
    let shown = 0;
    for (const { row, article, words } of rows) {
      const fits = words.includes(wanted);
      row.hidden = article.hidden = !fits;
      shown += fits;
    }
    const told = document.getElementById("found");
    told.textContent = wanted ? told.dataset.words.replace("{shown}", shown).replace("{all}", rows.length) : "";
  });
})();
