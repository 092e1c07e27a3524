"use strict";
// Draws what the application describes (Widget.describe in Java), and sends what people press. Whatever a tool printed is set
// as text and never becomes markup.

const KEY = "labcast-key";
const drawn = new Map(); // how to update a widget, by its id

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
const byId = (id) => document.getElementById(id);

function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function ask(method, path, key, body) {
  return fetch(path, { method, body, headers: { Authorization: "Bearer " + key } });
}

function connection(sentence) {
  if (byId("connection").textContent !== sentence) {
    byId("connection").textContent = sentence;
  }
}

// The address holds a secret that opens the page once; this tab keeps the key that it is exchanged for.
async function enter() {
  const secret = location.hash.slice(1);
  if (secret) {
    history.replaceState(null, "", location.pathname);
    const response = await ask("POST", "session", secret);
    if (response.ok) {
      sessionStorage.setItem(KEY, await response.text());
    }
  }
  return sessionStorage.getItem(KEY) ?? "";
}

// Asks for what has changed, for ever.
async function follow() {
  let since = 0;
  for (;;) {
    try {
      const response = await ask("GET", "changes?since=" + since, sessionStorage.getItem(KEY) ?? "");
      if (response.status === 403) {
        connection(await response.text());
        return;
      }
      if (!response.ok) {
        throw new Error(await response.text());
      }
      const news = await response.json();
      byId("title").textContent = document.title = news.title;
      news.widgets.forEach(draw);
      since = news.version;
      connection("");
      await pause(50); // what changes in this time is drawn at once
    } catch (problem) {
      connection("The application does not answer (" + problem.message + "); asking again.");
      await pause(1000);
    }
  }
}

async function send(deed, id, values) {
  try {
    const response = await ask("POST", deed + "/" + id, sessionStorage.getItem(KEY) ?? "", values);
    if (!response.ok) {
      connection(await response.text());
    }
  } catch (problem) {
    connection("The application does not answer (" + problem.message + "); press again.");
  }
}

function draw(widget) {
  if (!drawn.has(widget.id)) {
    const { element, update } = makers[widget.kind](widget);
    panel(widget).append(element);
    drawn.set(widget.id, update);
  }
  drawn.get(widget.id)(widget);
}

function panel(widget) {
  const id = (widget.shared ? "window-" : "panel-") + widget.panel;
  if (!byId(id)) {
    const heading = make("h2", { id: id + "-heading", textContent: widget.panel });
    const section = make("section", { id }, heading);
    section.setAttribute("aria-labelledby", heading.id);
    byId(widget.shared ? "windows" : "panels").append(section);
  }
  return byId(id);
}

function field(input, widgetId) {
  const id = widgetId + "-" + input.name;
  const box = control(input);
  box.id = id;
  box.name = input.name;
  box.autocomplete = "off";
  const label = make("label", { htmlFor: id, textContent: input.name });
  const element = make("div", { className: "field" }, label, box);
  if (input.hint) {
    element.append(make("span", { className: "hint", id: id + "-hint", textContent: input.hint }));
    box.setAttribute("aria-describedby", id + "-hint");
  }
  return element;
}

function control(input) {
  switch (input.kind) {
    case "flag":
      return make("input", { type: "checkbox", checked: input.initial === "true" });
    case "choice":
      return make("select", {}, ...input.choices.map((word) => make("option", { value: word, textContent: word })));
    case "list":
      return make("textarea", { rows: 3, value: input.initial });
    default:
      return make("input", { type: "text", value: input.initial, spellcheck: false,
        inputMode: { integer: "numeric", decimal: "decimal" }[input.kind] ?? "text" });
  }
}

// The fields of the panel, and those of the form that was sent.
function values(element) {
  const found = new URLSearchParams();
  const own = element.querySelectorAll("[name]");
  const beside = element.closest("section").querySelectorAll(":scope > .field [name]");
  for (const box of [...beside, ...own]) {
    found.set(box.name, box.type === "checkbox" ? String(box.checked) : box.value);
  }
  return found;
}

const makers = {
  field: (widget) => ({ element: field(widget.input, widget.id), update: () => {} }),

  status: () => {
    const element = make("p", {});
    element.setAttribute("role", "status");
    return { element, update: ({ text }) => { element.textContent = text; } };
  },

  table: (widget) => {
    const body = make("tbody", {});
    const left = make("p", {});
    const heads = widget.headers.map((text) => make("th", { scope: "col", textContent: text }));
    const table = make("table", {}, make("caption", { textContent: widget.title }), make("thead", {}, make("tr", {}, ...heads)), body);
    const update = (now) => {
      body.replaceChildren(...now.rows.map((row) => make("tr", {}, ...row.map((text) => make("td", { textContent: text })))));
      left.textContent = now.left ? now.left + " more rows are not shown." : "";
    };
    return { element: make("div", { className: "scroll" }, table, left), update };
  },

  log: (widget) => {
    const lines = make("div", { className: "log", tabIndex: 0 });
    lines.setAttribute("role", "log");
    lines.setAttribute("aria-label", widget.title || widget.panel);
    const dropped = make("p", {});
    const clear = make("button", { type: "button", textContent: "Clear", onclick: () => send("clear", widget.id) });
    clear.setAttribute("aria-label", "Clear " + (widget.title || widget.panel));
    const update = (now) => {
      const atEnd = lines.scrollTop + lines.clientHeight >= lines.scrollHeight - 5;
      if (now.clear) {
        lines.replaceChildren();
      }
      lines.append(...now.lines.map((text) => make("div", { textContent: text })));
      while (lines.childElementCount > now.capacity) {
        lines.firstChild.remove();
      }
      dropped.textContent = now.dropped ? now.dropped + " earlier lines are no longer kept." : "";
      if (atEnd) {
        lines.scrollTop = lines.scrollHeight;
      }
    };
    const heading = widget.title ? [make("h3", { textContent: widget.title })] : [];
    return { element: make("div", {}, ...heading, dropped, lines, clear), update };
  },

  control: (widget) => {
    const start = make("button", { type: "submit", textContent: widget.stoppable ? "Start" : widget.title });
    start.setAttribute("aria-label", (widget.stoppable ? "Start " : "") + widget.title);
    const stop = make("button", { type: "button", textContent: "Stop", onclick: () => send("stop", widget.id) });
    stop.setAttribute("aria-label", "Stop " + widget.title);
    const said = make("output", {});
    const plain = widget.inputs.length === 0 && !widget.stoppable;
    const parts = [...widget.inputs.map((input) => field(input, widget.id)), start, ...(widget.stoppable ? [stop] : []), said];
    const inside = plain ? parts : [make("fieldset", {}, make("legend", { textContent: widget.title }), ...parts)];
    const form = make("form", { className: plain ? "button" : "", autocomplete: "off" }, ...inside);
    let running = false;
    form.onsubmit = (event) => {
      event.preventDefault();
      if (!running) {
        send("press", widget.id, values(form));
      }
    };
    const update = (now) => {
      running = now.running;
      // Not disabled: the focus would be lost.
      start.setAttribute("aria-disabled", String(running));
      stop.setAttribute("aria-disabled", String(!running));
      said.setAttribute("role", now.failed ? "alert" : "status");
      said.textContent = running ? "running …" : now.said;
    };
    return { element: form, update };
  },
};

enter().then(follow);
