"use strict";
// Optional: every figure and number can be read without this script.
(() => {
  const svg = (name, attributes) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const html = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  // --- tables: a button in each heading sorts ---------------------------------------------------------------------
  // Each row of a table may have its own unit.
  const UNITS = { ns: 1, µs: 1e3, ms: 1e6, s: 1e9, B: 1, KB: 1024, MB: 1024 ** 2 };
  const keyOf = cell => {
    const text = cell.firstChild?.textContent.trim() ?? "";
    const number = /^[−+-]?[\d.]+(?![\d.]*[-\w])/.test(text) ? parseFloat(text.replace("−", "-")) : NaN;
    const unit = text.match(/^\S+\s(ns|µs|ms|s|B|KB|MB)$/u)?.[1];
    return Number.isNaN(number) ? text : number * (UNITS[unit] ?? 1);
  };
  const compare = (a, b) => typeof a === typeof b ? (typeof a === "number" ? a - b : a.localeCompare(b)) : typeof a === "number" ? -1 : 1;
  const sort = (table, heading) => {
    const column = heading.cellIndex, body = table.tBodies[0];
    const order = heading.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
    for (const other of heading.parentNode.cells) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", order);
    const sign = order === "ascending" ? 1 : -1;
    body.append(...[...body.rows].sort((a, b) => sign * compare(keyOf(a.cells[column]), keyOf(b.cells[column]))));
  };
  for (const table of document.querySelectorAll("table.sortable")) {
    for (const heading of table.tHead.rows[0].cells) {
      const button = html("button", { type: "button", title: "Sort" }, ...heading.childNodes);
      button.addEventListener("click", () => sort(table, heading));
      heading.append(button);
    }
  }

  // --- one scenario, and one case, at a time ----------------------------------------------------------------------
  const chooser = html("div", { className: "chooser" }, "Show ");
  const choose = (what, key, leave) => {
    const marked = [...document.querySelectorAll(`[data-${key}]`)], values = [...new Set(marked.map(element => element.dataset[key]))];
    if (values.length < 2) return;
    const choice = html("select", {}, new Option(`all ${what}s`), ...values.map(value => new Option(value || "micro-benchmarks", value)));
    choice.setAttribute("aria-label", `Which ${what}`);
    choice.addEventListener("change", () => {
      for (const element of marked) leave(element, choice.selectedIndex > 0 && element.dataset[key] !== values[choice.selectedIndex - 1]);
    });
    chooser.append(choice);
    document.querySelector("nav").append(chooser);
  };
  choose("scenario", "scenario", (block, out) => { block.hidden = out; });
  // A lane is hidden; in a picture with several cases, the others fade.
  choose("case", "case", (element, out) => element instanceof SVGElement ? element.classList.toggle("faded", out) : element.hidden = out);

  // --- waterfall: hover, keys, zoom -------------------------------------------------------------------------------
  const PER_MS = 100;
  const label = ms => ms === 0 ? "0" : ms >= 1000 ? `${+(ms / 1000).toFixed(3)} s` : ms >= 1 ? `${+ms.toFixed(3)} ms` : `${+(ms * 1000).toFixed(1)} µs`;
  const nice = rough => {
    const power = 10 ** Math.floor(Math.log10(rough));
    return power * [1, 2, 2.5, 5, 10].find(step => step * power >= rough * 0.999);
  };

  class Panel {
    constructor(element, readout) {
      this.element = element;
      this.readout = readout;
      this.plot = element.querySelector(".plot");
      this.frame = element.querySelector(".frame");
      this.full = +element.dataset.span;
      this.rows = [...document.querySelectorAll(`[data-rows="${element.dataset.lane}"] tbody tr`)]
        .map(row => [...row.cells].map(cell => cell.textContent));
      this.shown = +element.dataset.shown;
      this.row = -1;
      this.focus = svg("rect", { class: "focus", visibility: "hidden" });
      this.plot.append(this.focus);
      this.show(0, this.full);
    }

    show(from, to) {
      [this.from, this.to] = [from, to];
      this.plot.setAttribute("viewBox", `${from * PER_MS} 0 ${(to - from) * PER_MS} ${this.shown}`);
      const at = ms => `${100 * (ms - from) / (to - from)}%`, anchor = share => share < 8 ? "start" : share > 92 ? "end" : "middle";
      const ticks = this.element.querySelector(".ticks"), first = ticks.querySelector("text"), y = +first.getAttribute("y");
      const step = nice((to - from) / 5), marks = [];
      for (let i = Math.ceil(from / step - 1e-9); i * step <= to * (1 + 1e-9); i++) {
        const ms = i * step, text = svg("text", { x: at(ms), y, "text-anchor": anchor(100 * (ms - from) / (to - from)) });
        text.textContent = label(ms);
        marks.push(svg("line", { x1: at(ms), x2: at(ms), y1: y - 16, y2: y - 12 }), text);
      }
      ticks.replaceChildren(...marks);
      const whole = from === 0 && to === this.full, said = this.element.querySelector(".said"), ideal = this.element.querySelector(".ideal-label");
      if (said) said.setAttribute("visibility", whole ? "visible" : "hidden");
      if (ideal) {
        const ms = +this.plot.querySelector(".ideal").getAttribute("width") / PER_MS, share = 100 * (ms - from) / (to - from);
        ideal.setAttribute("x", `${share}%`);
        ideal.setAttribute("text-anchor", anchor(share));
        ideal.setAttribute("visibility", share < 0 || share > 100 ? "hidden" : "visible");
      }
    }

    // Screen place to milliseconds and row.
    at(event) {
      // Measure the whole panel: in some browsers, an inner svg is as large as its content, even the hidden part.
      const box = this.element.getBoundingClientRect(), place = name => +this.frame.getAttribute(name);
      const share = Math.min(Math.max((event.clientX - box.left) / box.width, 0), 1);
      const row = Math.floor((event.clientY - box.top - place("y")) / place("height") * this.shown);
      return { ms: this.from + share * (this.to - this.from), row: Math.min(Math.max(row, 0), this.shown - 1) };
    }

    point(row) {
      this.row = row;
      const [request, sent, setUp, firstByte, end, thread, connection] = this.rows[row];
      const read = parseFloat(end), from = parseFloat(sent) * PER_MS, to = (Number.isNaN(read) ? this.full : read) * PER_MS;
      for (const [key, value] of Object.entries({ x: from, y: row, width: Math.max(to - from, 0), height: 1, visibility: "visible" })) this.focus.setAttribute(key, value);
      this.readout.replaceChildren(html("b", { textContent: `Request ${request}` }),
        ` sent after ${sent} ms, ${firstByte === "–" ? "no first byte" : `first byte ${firstByte} ms`}, `
        + (Number.isNaN(read) ? "never read" : `read ${end} ms: ${(read - parseFloat(sent)).toFixed(2)} ms in all`)
        + `${setUp === "–" ? "" : `${Number.isNaN(read) ? "," : ", of it"} ${setUp} ms to set up the connection`}; thread ${thread}, connection ${connection}.`);
    }

    leave() { this.focus.setAttribute("visibility", "hidden"); }
  }

  const groups = new Map();
  const zoom = (panel, from, to) => {
    const least = panel.full / 1000, width = Math.min(Math.max(to - from, least), panel.full);
    from = Math.min(Math.max(from, 0), panel.full - width);
    for (const member of groups.get(panel.element.dataset.group)) member.show(from, from + width);
  };
  const scale = (panel, factor, centre = (panel.from + panel.to) / 2) => {
    const width = (panel.to - panel.from) * factor;
    zoom(panel, centre - width * (centre - panel.from) / (panel.to - panel.from), centre + width * (panel.to - centre) / (panel.to - panel.from));
  };
  const reset = panel => zoom(panel, 0, panel.full);

  const keys = (panel, event) => {
    const width = panel.to - panel.from, last = panel.shown - 1;
    const action = {
      ArrowDown: () => panel.point(Math.min(panel.row + 1, last)), ArrowUp: () => panel.point(Math.max(panel.row - 1, 0)),
      Home: () => panel.point(0), End: () => panel.point(last),
      ArrowRight: () => zoom(panel, panel.from + width / 5, panel.to + width / 5), ArrowLeft: () => zoom(panel, panel.from - width / 5, panel.to - width / 5),
      "+": () => scale(panel, 0.5), "=": () => scale(panel, 0.5), "-": () => scale(panel, 2), Escape: () => reset(panel), 0: () => reset(panel),
    }[event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
    action();
    event.preventDefault();
  };

  const drag = panel => {
    let start = null, range = null;
    const { element, plot } = panel;
    element.addEventListener("pointermove", event => {
      const { ms, row } = panel.at(event);
      panel.point(row);
      if (start === null) return;
      range ??= plot.appendChild(svg("rect", { class: "range", y: 0, height: panel.shown }));
      range.setAttribute("x", Math.min(start, ms) * PER_MS);
      range.setAttribute("width", Math.abs(ms - start) * PER_MS);
    });
    element.addEventListener("pointerdown", event => { panel.point(panel.at(event).row); if (event.button === 0 && event.pointerType === "mouse") { start = panel.at(event).ms; element.setPointerCapture(event.pointerId); } });
    element.addEventListener("pointerup", event => {
      const end = panel.at(event).ms, from = start;
      range?.remove();
      [start, range] = [null, null];
      if (from !== null && Math.abs(end - from) > (panel.to - panel.from) / 100) zoom(panel, Math.min(from, end), Math.max(from, end));
    });
    element.addEventListener("pointerleave", () => panel.leave());
    element.addEventListener("dblclick", () => reset(panel));
    element.addEventListener("keydown", event => keys(panel, event));
    element.addEventListener("focus", () => { if (panel.row < 0) panel.point(0); });
    element.addEventListener("blur", () => panel.leave());
    element.setAttribute("tabindex", "0");
  };

  for (const figure of document.querySelectorAll("figure.waterfall")) {
    const readout = html("p", { className: "readout" });
    readout.setAttribute("aria-live", "polite");
    readout.textContent = "Point at a bar, or focus a picture and press ↑ or ↓, to see a request here. Drag, or press + or −, to zoom. ← "
        + "and → move. Esc shows all.";
    const panels = [...figure.querySelectorAll(".panel")].map(element => new Panel(element, readout));
    for (const panel of panels) {
      const { group } = panel.element.dataset;
      if (!groups.has(group)) groups.set(group, []);
      groups.get(group).push(panel);
      drag(panel);
    }
    const button = (text, action) => {
      const made = html("button", { type: "button", textContent: text });
      made.addEventListener("click", () => panels.filter((p, i, all) => all.findIndex(o => o.element.dataset.group === p.element.dataset.group) === i).forEach(action));
      return made;
    };
    const tools = html("div", { className: "tools" }, "Time axes",
      button("zoom in", p => scale(p, 0.5, p.from)), button("zoom out", p => scale(p, 2, p.from)), button("show all", reset));
    figure.querySelector(".clocks").before(tools, readout);
  }
})();
