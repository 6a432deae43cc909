/* Following a playbook: blanks in commands that are filled in once, boxes to tick with the time, a clock against the
   objective, and the whole as Markdown at the end. Everything stays in this browser. */
(function () {
  "use strict";
  var make = window.allclear.make;
  var each = window.allclear.each;
  var place = document.getElementById("ac.run");
  var steps = Array.from(document.querySelectorAll(".step"));
  if (!place) { return; }
  var words = place.dataset;
  var shared = document.body.dataset;
  /* A run by a page of a version is none by the site's own page. */
  var picker = document.getElementById("ac.versions");
  var label = picker && picker.dataset.label;
  var name = "allclear.run." + words.id + (label ? "@" + label : "");
  var memory = {};
  var keeps = true;
  var load = function (key, otherwise) {
    try { if (keeps) { memory[key] = JSON.parse(localStorage.getItem(name + key)); } } catch (e) { keeps = false; }
    return memory[key] || otherwise;
  };
  /* What authors name may be called "constructor". */
  var own = function (object) { return Object.assign(Object.create(null), object); };
  var save = function (key, value) {
    memory[key] = value;
    try {
      if (value === null) { localStorage.removeItem(name + key); } else { localStorage.setItem(name + key, JSON.stringify(value)); }
    } catch (e) { keeps = false; /* The run lasts as long as the page. */ }
  };

  /* Blanks: <name> in a command. */
  var filled = own(load(".blanks"));
  var blanks = Object.create(null);
  var inputs = [];
  var blank = new RegExp(window.allclear.blank, "gu");
  each(".playbook pre code, .step code", function (code) {
    if (/language-(html|xml|svg|markup|mermaid)\b/.test(code.className)) { return; }
    var before = "";
    var walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
    var texts = [];
    while (walker.nextNode()) { texts.push(walker.currentNode); }
    texts.forEach(function (text) {
      var data = text.data;
      var all = document.createDocumentFragment();
      var end = 0;
      data.replace(blank, function (whole, key, at) {
        /* List<String> and <<EOF are none. */
        if (/[<_\p{L}\p{N}]/u.test(at ? data[at - 1] : before)) { return; }
        var mark = make("mark", {"class": "blank"}, whole);
        (blanks[key] = blanks[key] || []).push(mark);
        all.append(data.slice(end, at), mark);
        end = at + whole.length;
      });
      before = data.slice(-1);
      if (end) { all.append(data.slice(end)); text.replaceWith(all); }
    });
  });
  var fill = function (key) {
    blanks[key].forEach(function (mark) {
      mark.textContent = filled[key] || "<" + key + ">";
      mark.classList.toggle("filled", !!filled[key]);
    });
  };
  if (Object.keys(blanks).length) {
    var form = make("fieldset", {"class": "blanks"});
    form.append(make("legend", {}, words.wFill), make("p", {"class": "note"}, words.wFillHelp));
    Object.keys(blanks).forEach(function (key) {
      var label = make("label", {}, key + " ");
      var input = make("input", {type: "text", autocomplete: "off", autocapitalize: "none", spellcheck: "false"});
      input.addEventListener("input", function () {
        filled = own(load(".blanks"));
        filled[key] = input.value;
        save(".blanks", filled);
        fill(key);
      });
      inputs.push([input, key]);
      label.appendChild(input);
      form.appendChild(label);
    });
    place.parentNode.insertBefore(form, place.nextSibling);
  }
  var refill = function () {
    filled = own(load(".blanks"));
    inputs.forEach(function (pair) {
      if (pair[0] !== document.activeElement) { pair[0].value = filled[pair[1]] || ""; }
      fill(pair[1]);
    });
  };
  refill();
  var again = refill;
  /* Another tab has written. */
  window.addEventListener("storage", function () { again(); });

  /* The run. */
  if (!steps.length) { return; }
  var run;
  var reload = function () {
    run = load(".run", null);
    if (run) { run.steps = own(run.steps); }
  };
  reload();
  load(".who");
  var pad = function (number) { return String(number).padStart(2, "0"); };
  var local = function (time) {
    var date = new Date(time);
    var offset = -date.getTimezoneOffset();
    var away = Math.abs(offset);
    return new Date(date - -offset * 60000).toISOString().slice(0, 16)
      + (offset < 0 ? "-" : "+") + pad(Math.floor(away / 60)) + ":" + pad(away % 60);
  };
  var clock = function (seconds) {
    var s = Math.abs(Math.floor(seconds));
    return Math.floor(s / 3600) + ":" + pad(Math.floor(s / 60) % 60) + ":" + pad(s % 60);
  };
  var start = make("button", {type: "button", "class": "button primary"}, words.wStart);
  var bar = make("div", {"class": "run-bar"});
  var time = make("strong", {"class": "run-clock", role: "timer"});
  var state = make("span", {"class": "run-state"});
  var next = make("a", {"class": "run-next", href: "#"});
  var changed = make("span", {"class": "run-changed"});
  var done = make("button", {type: "button", "class": "button"}, words.wExport);
  var stop = make("button", {type: "button", "class": "button"}, words.wStop);
  bar.append(time, state, next, changed, done, stop);
  var first = document.querySelector(".first-step");
  place.append(start, first ? first.querySelector("a") : "", bar);
  if (first) { first.remove(); }
  place.hidden = false;

  var boxes = steps.map(function (step, i) {
    var label = make("label", {"class": "tick"});
    var input = make("input", {type: "checkbox"});
    var at = make("span", {"class": "note"});
    input.setAttribute("aria-label", words.wStep + " " + (i + 1) + ": " + words.wDone);
    label.append(input, make("span", {}, words.wDone), at);
    step.appendChild(label);
    var id = step.querySelector("h3").id;
    input.addEventListener("change", function () {
      reload();
      if (run) {
        if (input.checked) { run.steps[id] = [Date.now(), words.wStep + " " + (i + 1) + ": " + titleOf(i)]; } else { delete run.steps[id]; }
        save(".run", run);
      }
      show();
    });
    return {label: label, input: input, at: at, step: step, id: id};
  });
  var titleOf = function (i) { return steps[i].querySelector(".step-title").textContent.trim(); };
  var objective = Number(words.objective);
  var tick = function () {
    if (!run) { return; }
    var gone = (Date.now() - run.started) / 1000;
    time.textContent = clock(gone);
    var left = objective - gone;
    state.textContent = words.wElapsed + " · " + (objective ? clock(left) + " " + (left < 0 ? words.wOver : words.wLeft) : words.wNoObjective);
    bar.classList.toggle("late", objective > 0 && left < 0);
  };
  var show = function () {
    each("#ac\\.run > :not(.run-bar)", function (begin) { begin.hidden = !!run; });
    bar.hidden = !run;
    document.body.classList.toggle("running", !!run);
    var following = -1;
    boxes.forEach(function (box, i) {
      var ticked = run && run.steps[box.id] && run.steps[box.id][0];
      box.label.hidden = !run;
      box.input.checked = !!ticked;
      box.at.textContent = ticked ? local(ticked).slice(11, 16) : "";
      box.step.classList.toggle("is-done", !!ticked);
      if (run && !ticked && following < 0) { following = i; }
      box.step.classList.toggle("is-next", i === following);
    });
    if (run) {
      next.textContent = following < 0 ? words.wAllDone : words.wNext + " " + (following + 1) + ". " + titleOf(following);
      next.href = following < 0 ? "#ac.run" : "#" + boxes[following].id;
      var other = run.version !== words.version;
      var gone = Object.keys(run.steps).some(function (id) { return !document.getElementById(id); });
      changed.textContent = other || gone ? words.wChanged + (other ? " (" + run.version + " → " + words.version + ")" : "") : "";
      tick();
      /* What is focused or jumped to must not lie below the bar. */
      document.body.style.setProperty("--run-height", bar.offsetHeight + 16 + "px");
    }
  };
  start.addEventListener("click", function () {
    run = {started: Date.now(), version: words.version, steps: own()};
    save(".run", run);
    show();
  });
  stop.addEventListener("click", function () {
    if (window.confirm(words.wStopSure)) {
      save(".run", null);
      save(".blanks", null);
      again();
      start.focus();
    }
  });
  var plain = function (text) { return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>&|#~]/g, "\\$&"); };
  var markdown = function () {
    var rows = [[run.started, words.wStarted + ": " + words.title]].concat(Object.values(run.steps));
    rows.sort(function (a, b) { return a[0] - b[0]; });
    var text = "## Timeline\n\n| Time | What happened |\n|---|---|\n";
    rows.forEach(function (row) { text += "| " + local(row[0]) + " | " + plain(row[1]) + " |\n"; });
    return text + "\n## " + plain(words.title) + "\n\n```decision\nat: " + local(run.started) + "\nby: " + (memory[".who"] || words.wBy)
      + "\nplaybook: " + words.id + (run.version ? "@" + run.version : "") + "\n```\n";
  };
  done.addEventListener("click", function () {
    var who = make("label", {"class": "who"}, words.wWho + " ");
    var id = make("input", {type: "text", autocomplete: "off", autocapitalize: "none", spellcheck: "false", placeholder: words.wBy});
    var dialog = make("dialog", {"class": "export", "aria-label": words.wExport});
    var field = make("textarea", {readonly: "readonly", rows: "16", cols: "60", "aria-label": "Markdown"});
    var take = make("button", {type: "button", "class": "button primary"}, shared.copy);
    var close = make("button", {type: "button", "class": "button"}, shared.close);
    id.value = memory[".who"] || "";
    id.addEventListener("input", function () { save(".who", id.value.trim()); field.value = markdown(); });
    who.appendChild(id);
    field.value = markdown();
    take.addEventListener("click", function () { field.select(); window.allclear.copy(field.value, take); });
    close.addEventListener("click", function () { dialog.close(); });
    dialog.addEventListener("close", function () { dialog.remove(); done.focus(); });
    dialog.append(make("p", {}, words.wExportHelp), who, field, take, close);
    document.body.appendChild(dialog);
    dialog.showModal();
  });
  again = function () { refill(); reload(); show(); };
  show();
  setInterval(tick, 1000);
})();
