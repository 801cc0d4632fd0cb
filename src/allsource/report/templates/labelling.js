(() => {
  "use strict";
  const body = document.body, by = (id) => document.getElementById(id);
  const points = [...document.querySelectorAll("[data-point]")];
  const key = "allsource-labels-" + body.dataset.draw;
  const answers = new Map(), notes = new Map(), known = ["changed", "unchanged", "unclear"];
  let now = 0, saved = true;
  const number = (at) => points[at].dataset.point;

  const tell = (text) => { by("notice").textContent = text; by("notice").classList.toggle("hidden", !text); };
  const keep = () => {
    try { localStorage.setItem(key, JSON.stringify({ answers: [...answers], notes: [...notes], who: by("labeller").value })); } catch { /* a browser may forbid it: the CSV is what counts */ }
  };
  const recall = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(key) || "{}");
      for (const [one, label] of kept.answers || []) if (known.includes(label)) answers.set(String(one), label);
      for (const [one, text] of kept.notes || []) notes.set(String(one), String(text));
      if (typeof kept.who === "string") by("labeller").value = kept.who;
    } catch { /* nothing kept */ }
  };

  const strip = points.map((_, at) => {
    const one = document.createElement("button");
    one.type = "button";
    one.addEventListener("click", () => go(at));
    by("strip").append(one);
    return one;
  });
  const show = () => {
    points.forEach((point, at) => point.classList.toggle("now", at === now));
    strip.forEach((one, at) => {
      const label = answers.get(number(at));
      if (label) one.dataset.is = label; else delete one.dataset.is;
      one.setAttribute("aria-label", "Point " + number(at) + ": " + (label || "not labelled"));
      one.setAttribute("aria-current", String(at === now));
    });
    for (const one of document.querySelectorAll("[data-label]")) one.setAttribute("aria-pressed", String(one.dataset.label === answers.get(number(now))));
    by("note").value = notes.get(number(now)) || "";
    by("progress").textContent = answers.size + " of " + points.length + " labelled";
  };
  const go = (at) => {
    now = Math.min(Math.max(at, 0), points.length - 1);
    swapped(false);
    show();
    strip[now].scrollIntoView({ block: "nearest" });
  };
  const answer = (label) => {
    answers.set(number(now), label);
    saved = false;
    document.querySelector(".guide").open = false;
    keep();
    if (answers.size === points.length) tell("Every point has a label. Save the CSV, then run allsource imagery with --labels.");
    go(now + 1);
  };
  const swapped = (on) => {
    by("swap").setAttribute("aria-pressed", String(on));
    for (const pair of document.querySelectorAll(".pair")) {
      const figures = [...pair.children].sort((a, b) => a.dataset.date - b.dataset.date);
      if (on && pair.parentElement.classList.contains("now")) figures.reverse();
      if (pair.firstElementChild !== figures[0]) pair.prepend(figures[0]);
    }
  };
  const closer = () => by("closer").setAttribute("aria-pressed", String(body.classList.toggle("closer")));

  const cell = (text) => {
    const safe = /^[=+\-@\t]/.test(text) ? "'" + text : text;
    return /[",\n\r;]/.test(safe) ? '"' + safe.replaceAll('"', '""') + '"' : safe;
  };
  const written = () => {
    const rows = [["draw", "point", "row", "column", "label", "labeller", "note"]];
    for (const point of points) {
      const one = point.dataset.point;
      rows.push([body.dataset.draw, one, point.dataset.row, point.dataset.column, answers.get(one) || "", by("labeller").value.trim(), notes.get(one) || ""]);
    }
    return rows.map((row) => row.map(cell).join(",")).join("\n") + "\n";
  };
  const save = () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([written()], { type: "text/csv;charset=utf-8" }));
    link.download = body.dataset.csv;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    saved = true;
    const left = points.length - answers.size;
    tell(left ? "Saved. " + left + " points have no label yet; they would count as not to be told." : "Saved.");
  };
  const split = (text) => {
    const rows = [[""]];
    let quoted = false;
    for (let at = 0; at < text.length; at += 1) {
      const sign = text[at], row = rows[rows.length - 1];
      if (quoted && sign === '"' && text[at + 1] === '"') { row[row.length - 1] += '"'; at += 1; }
      else if (sign === '"') quoted = !quoted;
      else if (!quoted && sign === ",") row.push("");
      else if (!quoted && sign === "\n") rows.push([""]);
      else if (quoted || sign !== "\r") row[row.length - 1] += sign;
    }
    return rows;
  };
  const open = async (file) => {
    if (!file || file.size > 4e6) { tell("That file is too large to be a sample."); return; }
    const [head, ...rows] = split((await file.text()).replace(/^\ufeff/, ""));
    const at = Object.fromEntries(head.map((name, place) => [name.trim(), place]));
    const ours = rows.filter((row) => row[at.draw] === body.dataset.draw);
    if (!ours.length) { tell("That CSV is of another draw; nothing was taken from it."); return; }
    for (const row of ours) {
      if (known.includes(row[at.label])) answers.set(row[at.point], row[at.label]);
      if (row[at.note]) notes.set(row[at.point], row[at.note]);
      if (row[at.labeller] && !by("labeller").value) by("labeller").value = row[at.labeller];
    }
    keep();
    tell("");
    go(Math.max(points.findIndex((_, place) => !answers.has(number(place))), 0));
  };

  document.querySelectorAll(".pair").forEach((pair) => [...pair.children].forEach((figure, at) => { figure.dataset.date = at; }));
  document.querySelectorAll("[data-label]").forEach((one) => one.addEventListener("click", () => answer(one.dataset.label)));
  document.querySelectorAll("[data-go]").forEach((one) => one.addEventListener("click", () => go(now + Number(one.dataset.go))));
  by("swap").addEventListener("click", () => swapped(by("swap").getAttribute("aria-pressed") !== "true"));
  by("closer").addEventListener("click", closer);
  by("export").addEventListener("click", save);
  by("earlier").addEventListener("change", (event) => open(event.target.files[0]));
  by("note").addEventListener("input", () => { notes.set(number(now), by("note").value); saved = false; keep(); });
  by("labeller").addEventListener("input", keep);
  addEventListener("keydown", (event) => {
    if (event.target.matches("input") || event.ctrlKey || event.metaKey || event.altKey) return;
    const label = { 1: "changed", 2: "unchanged", 3: "unclear" }[event.key];
    if (label) answer(label);
    else if (event.key === "ArrowLeft") go(now - 1);
    else if (event.key === "ArrowRight") go(now + 1);
    else if (event.key === " ") by("swap").click();
    else if (event.key === "z" || event.key === "Z") closer();
    else return;
    event.preventDefault();
  });
  addEventListener("beforeunload", (event) => { if (!saved) event.preventDefault(); });

  body.classList.add("working");
  recall();
  go(Math.max(points.findIndex((_, place) => !answers.has(number(place))), 0));
})();
