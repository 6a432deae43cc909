// Keeps a page live while its content is written: reloads it where it was scrolled to, and shows the findings over it.
(() => {
  'use strict';

  const site = document.currentScript.dataset.site;
  const SCROLL = 'allclear.scroll';
  const DISMISSED = 'allclear.dismissed';

  const remember = (key, value) => { try { sessionStorage.setItem(key, value); } catch { /* Not kept, then. */ } };
  const recall = (key) => { try { return sessionStorage.getItem(key); } catch { return null; } };
  const forget = (key) => { try { sessionStorage.removeItem(key); } catch { /* It was not kept. */ } };

  // --- Where the reader was ---

  // Where the page was, for as long as it is too short to be there again and the reader has not moved: something is half written.
  let place = null;

  const reload = () => {
    remember(SCROLL, JSON.stringify(place || { page: location.pathname, x: scrollX, y: scrollY }));
    location.reload();
  };

  const putBack = () => {
    let was = null;
    try { was = JSON.parse(recall(SCROLL)); } catch { /* Somebody else's. */ }
    forget(SCROLL);
    if (!was || was.page !== location.pathname) return;
    // The browser's own memory may come later than the load, and be of a page that was shorter.
    history.scrollRestoration = 'manual';
    place = was;
    const go = () => { if (place) scrollTo({ left: place.x, top: place.y, behavior: 'instant' }); };
    go();
    const moved = () => { place = null; history.scrollRestoration = 'auto'; };
    for (const kind of ['wheel', 'touchmove', 'pointerdown', 'keydown']) addEventListener(kind, moved, { once: true, passive: true });
    // Pictures that come late move what is below them.
    addEventListener('load', () => {
      go();
      if (place && Math.abs(scrollY - place.y) < 2) place = null;
    }, { once: true });
  };

  // --- What stands over the page ---

  const STYLE = `
    :host { all: initial; }
    @media print { :host { display: none; } }
    * { box-sizing: border-box; }
    section { --edge: #b3261e; --back: #fff; --ink: #1c1b1f; --dim: #55525a; --field: #f6f2f3;
      position: fixed; z-index: 2147483647; inset: auto 1rem 1rem auto; width: min(44rem, calc(100vw - 2rem)); max-height: min(60vh, 34rem);
      display: flex; flex-direction: column; overflow: hidden; color: var(--ink); background: var(--back);
      border: 1px solid var(--edge); border-top-width: .3rem; border-radius: .4rem; box-shadow: 0 .5rem 2rem #0006;
      font: 15px/1.45 system-ui, sans-serif; }
    section.warnings { --edge: #8a5a00; }
    section.small { width: auto; }
    .head { display: flex; gap: .75rem; align-items: center; padding: .55rem .8rem; }
    h2 { flex: 1; margin: 0; font-size: 1rem; font-weight: 650; }
    p { margin: 0; }
    ol { margin: 0; padding: 0 .8rem .3rem; overflow: auto; list-style: none; }
    li { padding: .55rem 0; border-top: 1px solid color-mix(in srgb, var(--edge) 35%, transparent); overflow-wrap: anywhere; }
    li code { font: .86rem/1.4 ui-monospace, monospace; background: var(--field); padding: .1rem .3rem; border-radius: .2rem; user-select: all; }
    li p:first-child code { font-weight: 600; }
    li .rule { color: var(--dim); font-size: .86rem; }
    li .help { color: var(--dim); }
    button { font: inherit; color: inherit; background: transparent; border: 1px solid currentColor; border-radius: .3rem; padding: .15rem .6rem; cursor: pointer; }
    button:focus-visible, ol:focus-visible { outline: 3px solid var(--edge); outline-offset: 2px; }
    @media (prefers-color-scheme: dark) {
      section { --edge: #ff8a80; --back: #211f23; --ink: #f2eef3; --dim: #c4bfc8; --field: #37333a; }
      section.warnings { --edge: #f0b849; }
    }`;

  let host = null;
  let shadow = null;
  let drawn = '';
  let open = false;

  const make = (name, text, className) => {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    if (className) element.className = className;
    return element;
  };

  // What a sentence quotes stands between backticks.
  const sentence = (text, className) => {
    const p = make('p', '', className);
    text.split('`').forEach((part, i, all) => {
      if (i % 2 && i < all.length - 1) p.append(make('code', part));
      else p.append(i % 2 ? '`' + part : part);
    });
    return p;
  };

  const item = (finding) => {
    const li = make('li');
    const first = make('p');
    if (finding.at) first.append(make('code', finding.at), ' ');
    if (finding.rule) first.append(make('span', finding.rule, 'rule'));
    li.append(first, sentence(finding.message, ''));
    if (finding.help) li.append(sentence(finding.help, 'help'));
    return li;
  };

  const count = (number, word) => `${number} ${word}${number === 1 ? '' : 's'}`;

  const title = (state) => {
    const warnings = state.total - state.errors;
    const parts = [];
    if (state.problem) parts.push('the site can’t be built');
    if (state.errors) parts.push(count(state.errors, 'error'));
    if (warnings) parts.push(count(warnings, 'warning'));
    const what = parts.join(', ');
    return what.charAt(0).toUpperCase() + what.slice(1) + (state.current || !state.site ? '' : '. The page below is the last good one.');
  };

  const clear = () => {
    if (host) host.remove();
    host = null;
    shadow = null;
  };

  const dismiss = () => {
    remember(DISMISSED, drawn);
    clear();
  };

  const draw = (state) => {
    const of = JSON.stringify([state.current, state.problem, state.findings]);
    if (of === drawn && host) return;
    drawn = of;
    const bad = !state.current;
    if ((!bad && !state.findings.length) || recall(DISMISSED) === of) {
      clear();
      if (!bad && !state.findings.length) forget(DISMISSED);
      return;
    }
    if (!host) {
      host = document.createElement('div');
      host.id = 'allclear-live';
      shadow = host.attachShadow({ mode: 'open' });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      shadow.adoptedStyleSheets = [sheet];
      document.body.append(host);
    }
    const section = make('section', '', bad ? 'errors' : 'warnings');
    section.lang = 'en';
    section.dir = 'ltr';
    section.setAttribute('role', bad ? 'alert' : 'status');
    section.setAttribute('aria-labelledby', 'title');
    const header = make('div', '', 'head');
    const heading = make('h2', title(state));
    heading.id = 'title';
    header.append(heading);
    const list = make('ol');
    list.tabIndex = 0;
    list.setAttribute('aria-label', 'Findings');
    if (state.problem) list.append(item(state.problem));
    for (const finding of state.findings) list.append(item(finding));
    const shown = state.findings.length;
    if (state.total > shown) list.append(make('li', `${state.total - shown} more: allclear check names them all.`));
    if (!bad) {
      // Warnings are no reason to stand in the way: one line, which opens.
      const toggle = make('button', open ? 'Hide' : 'Show');
      toggle.type = 'button';
      const set = () => {
        list.hidden = !open;
        section.classList.toggle('small', !open);
        toggle.textContent = open ? 'Hide' : 'Show';
        toggle.setAttribute('aria-expanded', String(open));
        list.style.display = open ? '' : 'none';
      };
      toggle.addEventListener('click', () => { open = !open; set(); });
      set();
      header.append(toggle);
    }
    const close = make('button', 'Dismiss');
    close.type = 'button';
    close.title = 'Escape';
    close.addEventListener('click', dismiss);
    header.append(close);
    section.append(header, list);
    shadow.replaceChildren(section);
  };

  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && host && !event.defaultPrevented && !document.querySelector('dialog[open]')) dismiss();
  });

  // --- News ---

  let source = null;
  let known = -1;
  let asked = 0;

  const look = async () => {
    asked += 1;
    const mine = asked;
    try {
      const answer = await fetch('/_allclear/state', { cache: 'no-store' });
      const state = await answer.json();
      // An answer that was overtaken tells what was.
      if (mine !== asked) return;
      if (state.site !== site) reload();
      else draw(state);
    } catch { /* The server has ended; the next word of another will be heard. */ }
  };

  const connect = () => {
    if (source) return;
    source = new EventSource('/_allclear/events');
    source.onmessage = (event) => {
      const word = JSON.parse(event.data);
      if (word.site !== site) reload();
      else if (word.state !== known) { known = word.state; look(); }
    };
  };

  const disconnect = () => {
    if (source) source.close();
    source = null;
    known = -1;
  };

  // A browser opens six connections to a server at most: tabs that nobody sees give theirs back.
  const attend = () => { if (document.visibilityState === 'hidden') disconnect(); else connect(); };

  putBack();
  attend();
  document.addEventListener('visibilitychange', attend);
  addEventListener('pagehide', disconnect);
  addEventListener('pageshow', (event) => { if (event.persisted) attend(); });
})();
