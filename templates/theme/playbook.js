/* Following a playbook: blanks in commands that are filled in once, boxes to tick with the time, a clock against the
   objective, and the whole as Markdown at the end. Everything stays in this browser. */
(function () {
  "use strict";
  var make = window.allclear.make;
  var each = window.allclear.each;
  var place = document.getElementById("ac.run");
  var steps = Array.prototype.slice.call(document.querySelectorAll(".step"));
  if (!place) { return; }
  var words = {};
  Object.keys(place.dataset).forEach(function (key) {
    if (key.indexOf("w") === 0) { words[key.slice(1).replace(/[A-Z]/g, function (c) { return "-" + c.toLowerCase(); }).slice(1)] = place.dataset[key]; }
  });
  var name = "allclear.run." + place.dataset.id;
  var memory = {};
  var load = function (key, otherwise) {
    try { memory[key] = JSON.parse(localStorage.getItem(name + key)) || otherwise; } catch (e) { memory[key] = memory[key] || otherwise; }
    return memory[key];
  };
  var save = function (key, value) {
    memory[key] = value;
    try {
      if (value === null) { localStorage.removeItem(name + key); } else { localStorage.setItem(name + key, JSON.stringify(value)); }
    } catch (e) { /* A browser that keeps nothing: the run lasts as long as the page. */ }
  };

  /* Blanks: <name> in a command. */
  var filled = load(".blanks", {});
  var blanks = {};
  var blank = /<([A-Za-z][A-Za-z0-9_. -]{0,40})>/g;
  each(".playbook pre code, .step code", function (code) {
    var walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
    var texts = [];
    while (walker.nextNode()) { texts.push(walker.currentNode); }
    texts.forEach(function (text) {
      var parts = text.data.split(blank);
      if (parts.length < 3) { return; }
      var all = document.createDocumentFragment();
      parts.forEach(function (part, i) {
        if (i % 2 === 0) { all.appendChild(document.createTextNode(part)); return; }
        var mark = make("mark", {"class": "blank"}, "<" + part + ">");
        (blanks[part] = blanks[part] || []).push(mark);
        all.appendChild(mark);
      });
      text.parentNode.replaceChild(all, text);
    });
  });
  var fill = function (key) {
    blanks[key].forEach(function (mark) {
      mark.textContent = filled[key] || "<" + key + ">";
      mark.classList.toggle("filled", Boolean(filled[key]));
    });
  };
  if (Object.keys(blanks).length) {
    var form = make("fieldset", {"class": "blanks"});
    form.appendChild(make("legend", {}, words.fill));
    form.appendChild(make("p", {"class": "note"}, words["fill-help"]));
    Object.keys(blanks).forEach(function (key) {
      var label = make("label", {}, key + " ");
      var input = make("input", {type: "text", autocomplete: "off", autocapitalize: "none", spellcheck: "false"});
      input.value = filled[key] || "";
      input.addEventListener("input", function () { filled[key] = input.value; save(".blanks", filled); fill(key); });
      label.appendChild(input);
      form.appendChild(label);
      fill(key);
    });
    place.parentNode.insertBefore(form, place.nextSibling);
  }

  /* The run. */
  if (!steps.length) { return; }
  var run = load(".run", null);
  load(".who", "");
  var pad = function (number) { return (number < 10 ? "0" : "") + number; };
  var local = function (time) {
    var date = new Date(time);
    var offset = -date.getTimezoneOffset();
    var away = Math.abs(offset);
    return date.getFullYear() + "-" + pad(date.getMonth() + 1) + "-" + pad(date.getDate()) + "T" + pad(date.getHours()) + ":" + pad(date.getMinutes())
      + (offset < 0 ? "-" : "+") + pad(Math.floor(away / 60)) + ":" + pad(away % 60);
  };
  var clock = function (seconds) {
    var s = Math.abs(Math.floor(seconds));
    return Math.floor(s / 3600) + ":" + pad(Math.floor(s / 60) % 60) + ":" + pad(s % 60);
  };
  var start = make("button", {type: "button", "class": "button primary"}, words.start);
  var bar = make("div", {"class": "run-bar"});
  var time = make("strong", {"class": "run-clock", role: "timer"});
  var state = make("span", {"class": "run-state"});
  var next = make("a", {"class": "run-next", href: "#"});
  var done = make("button", {type: "button", "class": "button"}, words.export);
  var stop = make("button", {type: "button", "class": "button"}, words.stop);
  [time, state, next, done, stop].forEach(function (part) { bar.appendChild(part); });
  place.appendChild(start);
  var first = document.querySelector(".first-step");
  if (first) { place.appendChild(first.querySelector("a")); first.remove(); }
  place.appendChild(bar);
  place.hidden = false;

  var boxes = steps.map(function (step, i) {
    var label = make("label", {"class": "tick"});
    var input = make("input", {type: "checkbox"});
    var text = make("span", {}, words.done);
    var at = make("span", {"class": "note"});
    input.setAttribute("aria-label", words.step + " " + (i + 1) + ": " + words.done);
    [input, text, at].forEach(function (part) { label.appendChild(part); });
    step.appendChild(label);
    input.addEventListener("change", function () {
      if (input.checked) { run.ticks[i] = Date.now(); } else { delete run.ticks[i]; }
      save(".run", run);
      show();
    });
    return {label: label, input: input, at: at, step: step};
  });
  var titleOf = function (i) { return steps[i].querySelector(".step-title").textContent.trim(); };
  var objective = Number(place.dataset.objective);
  var tick = function () {
    if (!run) { return; }
    var gone = (Date.now() - run.started) / 1000;
    time.textContent = clock(gone);
    var left = objective - gone;
    state.textContent = words.elapsed + " · " + (objective ? clock(left) + " " + (left < 0 ? words.over : words.left) : words["no-objective"]);
    bar.classList.toggle("late", objective > 0 && left < 0);
  };
  var show = function () {
    each("#ac\\.run > :not(.run-bar)", function (begin) { begin.hidden = Boolean(run); });
    bar.hidden = !run;
    document.body.classList.toggle("running", Boolean(run));
    var following = -1;
    boxes.forEach(function (box, i) {
      var ticked = run && run.ticks[i];
      box.label.hidden = !run;
      box.input.checked = Boolean(ticked);
      box.at.textContent = ticked ? local(ticked).slice(11, 16) : "";
      box.at.title = ticked ? local(ticked).replace("T", " ") : "";
      box.step.classList.toggle("is-done", Boolean(ticked));
      if (run && !ticked && following < 0) { following = i; }
      box.step.classList.remove("is-next");
    });
    if (run) {
      next.textContent = following < 0 ? words["all-done"] : words.next + " " + (following + 1) + ". " + titleOf(following);
      next.href = following < 0 ? "#ac.run" : "#" + steps[following].querySelector("h3").id;
      if (following >= 0) { steps[following].classList.add("is-next"); }
      tick();
      /* What is focused or jumped to must not lie below the bar. */
      document.body.style.setProperty("--run-height", bar.offsetHeight + 16 + "px");
    }
  };
  start.addEventListener("click", function () {
    run = {started: Date.now(), ticks: {}};
    save(".run", run);
    show();
    bar.scrollIntoView({block: "nearest"});
  });
  stop.addEventListener("click", function () {
    if (window.confirm(words["stop-sure"])) { run = null; save(".run", null); show(); start.focus(); }
  });
  var cell = function (text) { return text.replace(/\|/g, "\\|"); };
  var markdown = function () {
    var rows = [[run.started, words.started + ": " + place.dataset.title]];
    Object.keys(run.ticks).forEach(function (i) { rows.push([run.ticks[i], words.step + " " + (Number(i) + 1) + ": " + titleOf(i)]); });
    rows.sort(function (a, b) { return a[0] - b[0]; });
    var text = "## Timeline\n\n| Time | What happened |\n|---|---|\n";
    rows.forEach(function (row) { text += "| " + local(row[0]) + " | " + cell(row[1]) + " |\n"; });
    var fence = "```";
    return text + "\n## " + place.dataset.title + "\n\n" + fence + "decision\nat: " + local(run.started) + "\nby: " + (memory[".who"] || words.by)
      + "\nplaybook: " + place.dataset.id + (place.dataset.version ? "@" + place.dataset.version : "") + "\n" + fence + "\n";
  };
  done.addEventListener("click", function () {
    var who = make("label", {"class": "who"}, words.who + " ");
    var id = make("input", {type: "text", autocomplete: "off", autocapitalize: "none", spellcheck: "false", placeholder: words.by});
    var dialog = make("dialog", {"class": "export", "aria-label": words.export});
    var field = make("textarea", {readonly: "readonly", rows: "16", cols: "60", "aria-label": "Markdown"});
    var take = make("button", {type: "button", "class": "button primary"}, words.copy);
    var close = make("button", {type: "button", "class": "button"}, words.close);
    id.value = memory[".who"];
    id.addEventListener("input", function () { save(".who", id.value.trim()); field.value = markdown(); });
    who.appendChild(id);
    field.value = markdown();
    take.addEventListener("click", function () { field.select(); window.allclear.copy(field.value, take); });
    close.addEventListener("click", function () { dialog.close(); });
    dialog.addEventListener("close", function () { dialog.remove(); done.focus(); });
    [make("p", {}, words["export-help"]), who, field, take, close].forEach(function (part) { dialog.appendChild(part); });
    document.body.appendChild(dialog);
    dialog.showModal();
  });
  show();
  setInterval(tick, 1000);
})();
