"use strict";
// The page is whole without this script. It opens the closed parts that a link leads into or that
// a reader prints, and lights all stretches of a claim that a link leads to.
(() => {
  const opened = [];
  const reach = () => {
    document.querySelectorAll("mark.lit").forEach((mark) => mark.classList.remove("lit"));
    const id = decodeURIComponent(location.hash.slice(1));
    const place = id && document.getElementById(id);
    if (!place) return;
    for (let part = place; part; part = part.parentElement) {
      if (part.tagName === "DETAILS") part.open = true;
    }
    document.querySelectorAll("mark[data-claims]").forEach((mark) => {
      if (mark.dataset.claims.split(" ").includes(id)) mark.classList.add("lit");
    });
    place.scrollIntoView();
  };
  addEventListener("hashchange", reach);
  addEventListener("beforeprint", () => {
    document.querySelectorAll("details:not([open])").forEach((part) => {
      part.open = true;
      opened.push(part);
    });
  });
  addEventListener("afterprint", () => opened.splice(0).forEach((part) => { part.open = false; }));
  reach();
})();
