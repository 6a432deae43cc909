/* Draws the diagrams of a page with Mermaid. The source stays where it is, for print and for those who rather read it. */
(function () {
  "use strict";
  var make = window.allclear.make;
  var words = document.body.dataset;
  var dark = window.matchMedia("(prefers-color-scheme: dark)");
  var codes = Array.prototype.slice.call(document.querySelectorAll("code.language-mermaid"));
  if (!codes.length || !("adoptedStyleSheets" in document)) { return; }

  /* The page forbids styles written into it, which Mermaid writes by the dozen. What a script hands to the browser as
     an object is allowed: so each style element becomes a sheet, and each style attribute a property. */
  var adopt = function (css) {
    var sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = document.adoptedStyleSheets.concat(sheet);
  };
  var original = {set: Element.prototype.setAttribute, append: Node.prototype.appendChild, insert: Node.prototype.insertBefore, parse: DOMParser.prototype.parseFromString};
  var isStyle = function (node) { return node && node.nodeName && node.nodeName.toLowerCase() === "style"; };
  var divert = function () {
    Element.prototype.setAttribute = function (name, value) {
      if (String(name).toLowerCase() === "style" && this.style) { this.style.cssText = value; } else { original.set.call(this, name, value); }
    };
    Node.prototype.appendChild = function (node) {
      if (isStyle(node)) { adopt(node.textContent); return node; }
      return original.append.call(this, node);
    };
    /* Mermaid's own cleaning parses what it has drawn: style attributes sleep through that under another name. */
    DOMParser.prototype.parseFromString = function (text, type) {
      return original.parse.call(this, String(text).replace(/(<[^<>]*?) style="/g, "$1 data-ac-style=\""), type);
    };
    Node.prototype.insertBefore = function (node, before) {
      if (isStyle(node)) { adopt(node.textContent); return node; }
      return original.insert.call(this, node, before);
    };
  };
  var restore = function () {
    Element.prototype.setAttribute = original.set;
    Node.prototype.appendChild = original.append;
    Node.prototype.insertBefore = original.insert;
    DOMParser.prototype.parseFromString = original.parse;
  };

  var svgOf = function (text) {
    var parsed = new DOMParser().parseFromString(text, "text/html").querySelector("svg");
    var svg = document.importNode(parsed, true);
    Array.prototype.forEach.call(svg.querySelectorAll("style"), function (style) { adopt(style.textContent); style.remove(); });
    [svg].concat(Array.prototype.slice.call(svg.querySelectorAll("[data-ac-style]"))).forEach(function (element) {
      element.style.cssText = element.getAttribute("data-ac-style") || "";
      element.removeAttribute("data-ac-style");
    });
    return svg;
  };

  var places = codes.map(function (code, i) {
    var box = code.closest(".code-box") || code.parentNode;
    var figure = make("figure", {"class": "diagram"});
    var details = make("details", {"class": "diagram-source"});
    details.appendChild(make("summary", {}, words.source));
    box.parentNode.insertBefore(figure, box);
    return {text: code.textContent, figure: figure, box: box, details: details, name: "ac-diagram-" + i};
  });
  var round = 0;
  var draw = function () {
    round += 1;
    var colour = function (name) { return getComputedStyle(document.documentElement).getPropertyValue(name).trim(); };
    var forced = window.matchMedia("(forced-colors: active)").matches;
    mermaid.initialize({
      startOnLoad: false, securityLevel: "strict", theme: forced ? "neutral" : "base", darkMode: dark.matches, htmlLabels: false,
      themeVariables: forced ? {} : {
        darkMode: dark.matches, background: colour("--paper"), primaryColor: colour("--card"), primaryTextColor: colour("--ink"),
        primaryBorderColor: colour("--accent"), secondaryColor: colour("--info-paper"), tertiaryColor: colour("--code-paper"),
        lineColor: colour("--quiet"), textColor: colour("--ink"), edgeLabelBackground: colour("--paper"),
        noteBkgColor: colour("--warn-paper"), noteTextColor: colour("--warn"), noteBorderColor: colour("--warn")
      },
      flowchart: {htmlLabels: false, useMaxWidth: true}, class: {htmlLabels: false}, suppressErrorRendering: true,
      fontFamily: getComputedStyle(document.body).fontFamily
    });
    divert();
    places.reduce(function (before, place) {
      return before.then(function () { return mermaid.render(place.name + "-" + round, place.text); }).then(function (made) {
        var svg = svgOf(made.svg);
        svg.setAttribute("role", "img");
        if (!svg.querySelector("title") && !svg.getAttribute("aria-labelledby")) {
          svg.setAttribute("aria-label", words.diagram);
        }
        place.figure.replaceChildren(svg, place.details);
        place.details.appendChild(place.box);
      }, function () {
        /* What can't be drawn can be read: the source stays in its place. */
        place.figure.replaceWith(place.box);
      });
    }, Promise.resolve()).then(restore, restore);
  };
  draw();
  if (dark.addEventListener) { dark.addEventListener("change", draw); }
})();
