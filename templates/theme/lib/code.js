/* Colours code. Prism has been loaded before, with the languages of this page; a blank such as <host> stays in one piece. */
(function () {
  "use strict";
  Prism.hooks.add("before-tokenize", function (env) {
    if (env.language === "html" || env.language === "xml" || env.language === "markup") { return; }
    var grammar = {"blank-name": {pattern: window.allclear.blank, greedy: true}};
    Object.keys(env.grammar).forEach(function (key) { grammar[key] = env.grammar[key]; });
    env.grammar = grammar;
  });
  window.allclear.each("pre.code > code[class^=language-]", function (code) {
    var language = code.className.replace("language-", "");
    if (Prism.languages[language]) { Prism.highlightElement(code); }
  });
})();
