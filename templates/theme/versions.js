/* The versions of this site on its pages: which is the newest, and how to come to another. Without it, and without the list
   of versions that stands outside of them, there are plain links. */
(function () {
  "use strict";
  var known = window.allclearVersions;
  var box = document.getElementById("ac.versions");
  if (!known || !Array.isArray(known.versions) || !box) { return; }
  var words = box.dataset;
  var make = function (name, attributes, text) {
    var element = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    if (text) { element.textContent = text; }
    return element;
  };
  var fill = function (text) {
    var values = Array.prototype.slice.call(arguments, 1);
    return text.replace(/\{(\d)\}/g, function (all, index) { return index in values ? String(values[index]) : all; });
  };
  var address = function (path) { return path.split("/").map(encodeURIComponent).join("/"); };
  /* A label becomes part of an address: what is none is left out. */
  var versions = known.versions.filter(function (version) {
    return version && /^[a-z0-9][a-z0-9._-]{0,99}$/.test(version.label) && typeof version.number === "number";
  });
  versions.sort(function (a, b) { return a.number - b.number; });
  var own = versions.filter(function (version) { return version.label === words.label; })[0];

  /* A page of a version says whether a newer one has been published since. */
  var copy = document.getElementById("ac.copy");
  if (copy) {
    var newer = versions.filter(function (version) { return own && version.number > own.number && !version.withdrawn; });
    var newest = newer[newer.length - 1];
    var say = function (state, text) {
      copy.classList.add(state);
      copy.appendChild(make("p", {"class": "copy-state"}, text));
    };
    if (!own) {
      say("is-old", copy.dataset.unlisted);
    } else if (own.withdrawn) {
      say("is-old", copy.dataset.withdrawn);
    } else if (newest) {
      say("is-old", fill(newer.length === 1 ? copy.dataset.newerOne : copy.dataset.newerMany, newer.length, newest.label, newest.date));
    } else {
      say("is-newest", copy.dataset.newest);
    }
  }

  /* The picker. */
  if (!versions.length) { return; }
  var home = function (version) { return words.top + "v/" + version.label + "/index.html"; };
  var plain = box.querySelector("a");
  var details = make("details", {});
  var summary = make("summary", {}, fill(words.choose, words.label || words.newest));
  var menu = make("div", {"class": "picker-menu"});
  var list = make("ul", {});
  var status = make("p", {"class": "picker-status", role: "status"});
  var entry = function (text, url, current) {
    var item = make("li", {});
    var link = make("a", {href: url}, text);
    if (current) { link.setAttribute("aria-current", "true"); }
    item.appendChild(link);
    list.appendChild(item);
    return link;
  };
  var answer = function (text, version) {
    status.textContent = text;
    if (version) {
      var link = make("a", {href: home(version)}, fill(words.home, version.label));
      status.appendChild(document.createTextNode(" "));
      status.appendChild(link);
      link.focus();
    }
  };
  var decide = function (version) {
    var pages = (window.allclearPages || {})[version.label];
    if (!Array.isArray(pages)) {
      answer(fill(words.unknown, version.label), version);
    } else if (pages.indexOf(words.page) < 0) {
      answer(fill(words.absent, version.label), version);
    } else {
      location.href = words.top + "v/" + version.label + "/" + address(words.page) + location.hash;
    }
  };
  /* Which pages a version has stands in the version; a page from a stick may load a script, and nothing else. */
  var choose = function (version) {
    if (window.allclearPages && window.allclearPages[version.label]) {
      decide(version);
      return;
    }
    answer(fill(words.looking, version.label));
    var script = make("script", {src: words.top + "v/" + version.label + "/pages.js"});
    script.addEventListener("load", function () { decide(version); });
    script.addEventListener("error", function () { decide(version); });
    document.head.appendChild(script);
  };
  entry(words.newest, words.top + address(words.page || "index.html"), !words.label && words.page);
  versions.slice().reverse().forEach(function (version) {
    var text = fill(words.version, version.number, version.label, version.date) + (version.withdrawn ? " – " + words.withdrawn : "");
    var link = entry(text, home(version), version === own);
    if (!version.withdrawn && words.page) {
      link.addEventListener("click", function (event) {
        if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) { return; }
        event.preventDefault();
        choose(version);
      });
    }
  });
  plain.textContent = words.all;
  details.appendChild(summary);
  details.appendChild(menu);
  menu.appendChild(status);
  menu.appendChild(list);
  menu.appendChild(plain);
  box.appendChild(details);
  details.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && details.open) {
      details.open = false;
      summary.focus();
    }
  });
  document.addEventListener("click", function (event) {
    if (!details.contains(event.target)) { details.open = false; }
  });
})();
