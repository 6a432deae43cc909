/* What a script adds to every page. Without it each page is whole. */
(function () {
  "use strict";
  /* Prism waits until code.js has said what blanks are. */
  window.Prism = window.Prism || {manual: true};
  var words = document.body.dataset;
  var each = function (selector, act) { document.querySelectorAll(selector).forEach(act); };
  var make = function (name, attributes, text) {
    var element = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    if (text) { element.textContent = text; }
    return element;
  };

  /* Copy buttons on commands. What is copied is what is seen, with everything that was filled in. */
  var copy = function (text, button) {
    var said = function () {
      var before = button.textContent;
      button.textContent = words.copied;
      setTimeout(function () { button.textContent = before; }, 1600);
    };
    var byHand = function () {
      var field = make("textarea", {"class": "off-screen", "aria-hidden": "true"});
      field.value = text;
      document.body.appendChild(field);
      field.select();
      if (document.execCommand("copy")) { said(); }
      field.remove();
    };
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(text).then(said, byHand);
    } else {
      byHand();
    }
  };
  each("pre.code", function (pre) {
    var button = make("button", {type: "button", "class": "copy"}, words.copy);
    var code = pre.querySelector("code") || pre;
    var bar = make("div", {"class": "code-bar"});
    button.addEventListener("click", function () { copy(code.textContent.replace(/\n$/, ""), button); });
    var box = make("div", {"class": "code-box"});
    pre.parentNode.insertBefore(box, pre);
    bar.appendChild(make("span", {}, (/language-([\w+#-]+)/.exec(code.className) || ["", ""])[1]));
    bar.appendChild(button);
    box.appendChild(bar);
    box.appendChild(pre);
  });

  /* Tables that can be sorted and filtered. */
  var sortKey = function (row, index) {
    var cell = row.cells[index];
    var time = cell.querySelector("time");
    return cell.dataset.sort || (time && time.getAttribute("datetime")) || cell.textContent.trim();
  };
  var compare = function (a, b) {
    var x = parseFloat(a);
    var y = parseFloat(b);
    return String(x) === a && String(y) === b ? x - y : a.localeCompare(b, document.documentElement.lang);
  };
  each("table.sortable", function (table) {
    var body = table.tBodies[0];
    if (body.rows.length < 2) { return; }
    Array.from(table.tHead.rows[0].cells).forEach(function (head, index) {
      if (head.tagName !== "TH") { return; }
      var button = make("button", {type: "button", "class": "sort"});
      while (head.firstChild) { button.appendChild(head.firstChild); }
      button.title = words.sort.replace("{0}", button.textContent);
      head.appendChild(button);
      button.addEventListener("click", function () {
        var down = head.getAttribute("aria-sort") === "ascending";
        Array.from(table.tHead.rows[0].cells).forEach(function (other) { other.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        Array.from(body.rows)
          .sort(function (a, b) { return (down ? -1 : 1) * compare(sortKey(a, index), sortKey(b, index)); })
          .forEach(function (row) { body.appendChild(row); });
      });
    });
  });
  /* One field for all lists of an index; in a section of another page, one for its own. */
  var groups = [];
  each("table.sortable tbody, ul.filterable", function (list) {
    var section = list.closest("main > section");
    var group = groups.filter(function (g) { return g.section === section; })[0];
    if (!group) { group = {section: section, lists: []}; groups.push(group); }
    group.lists.push(list);
  });
  groups.forEach(function (group) {
    if (group.lists.reduce(function (sum, list) { return sum + list.children.length; }, 0) < 6) { return; }
    var box = make("p", {"class": "filter"});
    var label = make("label", {}, words.filter + " ");
    var input = make("input", {type: "search", autocomplete: "off", spellcheck: "false"});
    var none = make("span", {"class": "note", role: "status"});
    label.appendChild(input);
    box.appendChild(label);
    box.appendChild(none);
    var heading = (group.section || document.getElementById("ac.main")).querySelector("h1, h2");
    heading.parentNode.insertBefore(box, heading.nextSibling);
    input.addEventListener("input", function () {
      var wanted = input.value.toLocaleLowerCase().split(/\s+/);
      var left = 0;
      group.lists.forEach(function (list) {
        var here = 0;
        Array.from(list.children).forEach(function (item) {
          var text = item.textContent.toLocaleLowerCase();
          item.hidden = !wanted.every(function (word) { return text.indexOf(word) >= 0; });
          here += item.hidden ? 0 : 1;
        });
        var whole = list.closest(".scroll") || list;
        var above = whole.previousElementSibling;
        whole.hidden = !here;
        if (above && above.tagName === "H2") { above.hidden = !here; }
        left += here;
      });
      none.textContent = left ? "" : words.none;
    });
  });

  /* The table of contents follows the reading. */
  var entries = {};
  var headings = [];
  each(".toc a", function (link) {
    var heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) { headings.push(heading); entries[heading.id] = link; }
  });
  if (headings.length) {
    var follow = function () {
      var current = headings[0];
      headings.forEach(function (heading) {
        /* Where a click brings it, and a little below. */
        if (heading.getBoundingClientRect().top < parseFloat(getComputedStyle(heading).scrollMarginTop) + 24) { current = heading; }
      });
      if (window.scrollY > 0 && window.innerHeight + window.scrollY > document.documentElement.scrollHeight - 2) { current = headings[headings.length - 1]; }
      headings.forEach(function (heading) {
        entries[heading.id].ariaCurrent = heading === current || null;
      });
    };
    window.addEventListener("scroll", follow, {passive: true});
    follow();
  }
  if (window.matchMedia("(max-width: 74rem)").matches) {
    each(".toc details", function (details) { details.open = headings.length < 9; });
  }

  /* Pictures can be enlarged. */
  each(".prose img", function (img) {
    if (img.closest("a")) { return; }
    var button = make("button", {type: "button", "class": "enlarge", "aria-label": words.enlarge + ": " + img.alt});
    img.parentNode.insertBefore(button, img);
    button.appendChild(img);
    button.addEventListener("click", function () {
      var dialog = make("dialog", {"class": "lightbox", "aria-label": img.alt || words.enlarge});
      var close = make("button", {type: "button", "class": "button"}, words.close);
      var large = img.cloneNode();
      large.removeAttribute("width");
      large.removeAttribute("height");
      dialog.appendChild(large);
      dialog.appendChild(close);
      document.body.appendChild(dialog);
      dialog.addEventListener("click", function () { dialog.close(); });
      dialog.addEventListener("close", function () { dialog.remove(); button.focus(); });
      dialog.showModal();
    });
  });

  /* Keys. */
  var keys = document.getElementById("ac.keys");
  each(".keys-hint", function (hint) { hint.hidden = false; });
  each("button[data-open]", function (button) { button.addEventListener("click", function () { document.getElementById(button.dataset.open).showModal(); }); });
  each("button[data-close]", function (button) { button.addEventListener("click", function () { button.closest("dialog").close(); }); });
  var keysOn = document.querySelector("[data-keys]");
  if (keysOn) {
    /* Where nothing is kept, they are on. */
    try { keysOn.checked = !localStorage["allclear.keysOff"]; } catch (e) { /* See above. */ }
    keysOn.addEventListener("change", function () { localStorage["allclear.keysOff"] = keysOn.checked ? "" : 1; });
  }
  var going = 0;
  document.addEventListener("keydown", function (event) {
    var field = event.target.closest && event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
    if (field || keysOn && !keysOn.checked || event.ctrlKey || event.metaKey || event.altKey) { return; }
    var link = null;
    if (Date.now() - going < 1500) {
      each(".site-header nav a", function (each) { if (each.dataset.key === event.key) { link = each; } });
    } else if (event.key === "[" || event.key === "]") {
      link = document.querySelector(".neighbours a[rel=" + (event.key === "[" ? "prev" : "next") + "]");
    } else if (event.key === "?" && keys.showModal && !keys.open) {
      event.preventDefault();
      keys.showModal();
    } else if (event.key === "/") {
      var search = document.querySelector(".filter input");
      if (search) { event.preventDefault(); search.focus(); }
    }
    going = event.key === "g" ? Date.now() : 0;
    if (link) { event.preventDefault(); location.href = link.href; }
  });

  /* A blank in a command: <host>, in any script. No redirection (<in.sql >out, <in.sql 2>err), no address. */
  var blank = /<(?!\w+:\/\/|[^<>]* [12]>)(\p{L}(?:[\p{L}\p{M}\p{N}_.:\/'’ -]{0,40}[\p{L}\p{M}\p{N}_.])?)>/u;
  window.allclear = {make: make, each: each, copy: copy, blank: blank};
})();
