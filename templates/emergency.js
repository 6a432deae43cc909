// The emergency edition: a search through all of it, and boxes that stay ticked. Without it the page is whole.
(function () {
  'use strict';
  var doc = document;
  var words = doc.body.dataset;
  var MOST = 30;
  var AROUND = 60;

  // Letters without their marks and in lower case, one for one, so that a place in one text is that place in the other.
  function fold(text) {
    if (/^[\x00-\x7f]*$/.test(text)) {
      return text.toLowerCase();
    }
    var out = '';
    for (var i = 0; i < text.length; i++) {
      var c = text.charAt(i);
      out += c < '\x80' ? c.toLowerCase() : c.normalize('NFD').charAt(0).toLowerCase().charAt(0);
    }
    return out;
  }

  function clean(text) {
    return text.replace(/\s+/g, ' ').trim();
  }

  // As it is read: between two cells or two paragraphs there is a space.
  var INLINE = /^(A|ABBR|B|CODE|DEL|EM|I|INS|KBD|MARK|S|SAMP|SMALL|SPAN|STRONG|SUB|SUP|TIME|U|VAR)$/;
  function gather(node, out) {
    for (var child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3) {
        out.push(child.data);
      } else if (child.nodeType === 1) {
        var apart = !INLINE.test(child.tagName);
        out.push(apart ? ' ' : '');
        gather(child, out);
        out.push(apart ? ' ' : '');
      }
    }
    return out;
  }

  function texts(all) {
    return clean(Array.prototype.map.call(all, function (e) { return gather(e, []).join(''); }).join(' '));
  }

  function entry(element) {
    var title;
    var text;
    var above = '';
    if (element.matches('.step')) {
      title = clean(element.querySelector('.step-title').textContent);
      above = element.closest('.sheet').dataset.title;
      text = texts(element.querySelectorAll('.step-meta, .prose, .check, .undo'));
    } else if (element.matches('.sheet')) {
      title = element.dataset.title;
      text = texts(element.querySelectorAll(':scope > .facts, :scope > .prose'));
    } else if (element.matches('tr')) {
      title = clean(element.cells[0].textContent);
      text = texts(Array.prototype.slice.call(element.cells, 1));
    } else {
      title = clean(element.querySelector('h3').textContent);
      text = texts([element]);
    }
    return { id: element.id, kind: element.dataset.hit, title: title, above: above, text: text, inTitle: fold(title), inText: fold(title + ' ' + text + ' ' + above), start: title.length + 1 };
  }

  var index = null;

  function find(query) {
    if (index === null) {
      index = Array.prototype.map.call(doc.querySelectorAll('[data-hit]'), entry);
    }
    var wanted = fold(query).split(/\s+/).filter(Boolean);
    var hits = [];
    if (wanted.length === 0) {
      return hits;
    }
    index.forEach(function (one, place) {
      if (wanted.every(function (w) { return one.inText.indexOf(w) >= 0; })) {
        var whole = one.inText.indexOf(wanted.join(' ')) >= 0 ? 1 : 0;
        var titles = wanted.filter(function (w) { return one.inTitle.indexOf(w) >= 0; }).length;
        hits.push({ one: one, score: 4 * titles + 2 * whole, place: place });
      }
    });
    hits.sort(function (a, b) { return b.score - a.score || a.place - b.place; });
    return hits.map(function (h) { return h.one; });
  }

  // The words around the first that was looked for, those looked for marked.
  function snippet(one, wanted) {
    var folded = one.inText.slice(one.start, one.start + one.text.length);
    var first = wanted.map(function (w) { return folded.indexOf(w); }).filter(function (i) { return i >= 0; });
    var at = first.length ? Math.min.apply(null, first) : 0;
    var from = Math.max(0, at - AROUND);
    var to = Math.min(one.text.length, at + 2 * AROUND);
    var out = doc.createElement('span');
    out.className = 'note';
    out.append(from > 0 ? '…' : '');
    for (var i = from; i < to;) {
      var w = wanted.find(function (x) { return folded.startsWith(x, i); });
      if (w) {
        var mark = doc.createElement('mark');
        mark.textContent = one.text.slice(i, i + w.length);
        out.append(mark);
        i += w.length;
      } else {
        var next = i + 1;
        while (next < to && !wanted.some(function (x) { return folded.startsWith(x, next); })) {
          next++;
        }
        out.append(one.text.slice(i, next));
        i = next;
      }
    }
    out.append(to < one.text.length ? '…' : '');
    return out;
  }

  var box = doc.getElementById('search');
  var input = doc.getElementById('find');
  var list = doc.getElementById('hits');
  var count = doc.getElementById('count');

  function show() {
    var query = input.value;
    var wanted = fold(query).split(/\s+/).filter(Boolean);
    var hits = find(query);
    list.replaceChildren();
    hits.slice(0, MOST).forEach(function (one) {
      var link = doc.createElement('a');
      link.href = '#' + encodeURIComponent(one.id);
      var title = doc.createElement('strong');
      title.textContent = one.kind + ': ' + one.title;
      link.append(title);
      if (one.above) {
        var above = doc.createElement('span');
        above.className = 'note';
        above.textContent = one.above;
        link.append(above);
      }
      link.append(snippet(one, wanted));
      var item = doc.createElement('li');
      item.append(link);
      list.append(item);
    });
    list.hidden = hits.length === 0;
    var said = hits.length === 0 ? words.none : hits.length === 1 ? words.one : words.many.replace('{0}', hits.length);
    count.textContent = wanted.length === 0 ? '' : said + (hits.length > MOST ? ' ' + words.more.replace('{0}', MOST) : '');
  }

  function go(link) {
    var to = doc.getElementById(decodeURIComponent(link.getAttribute('href').slice(1)));
    list.hidden = true;
    count.textContent = '';
    location.hash = link.getAttribute('href');
    if (to) {
      to.setAttribute('tabindex', '-1');
      to.focus({ preventScroll: true });
    }
  }

  var waiting = 0;
  input.addEventListener('input', function () {
    clearTimeout(waiting);
    waiting = setTimeout(show, 60);
  });
  input.addEventListener('focus', function () {
    list.hidden = list.children.length === 0;
  });
  box.addEventListener('keydown', function (event) {
    var links = Array.prototype.slice.call(list.hidden ? [] : list.querySelectorAll('a'));
    var at = links.indexOf(doc.activeElement);
    if (event.key === 'Escape') {
      input.value = '';
      show();
      input.focus();
      event.preventDefault();
    } else if (event.key === 'ArrowDown' && links.length) {
      links[Math.min(at + 1, links.length - 1)].focus();
      event.preventDefault();
    } else if (event.key === 'ArrowUp' && at >= 0) {
      (at === 0 ? input : links[at - 1]).focus();
      event.preventDefault();
    } else if (event.key === 'Enter' && doc.activeElement === input) {
      clearTimeout(waiting);
      show();
      var first = list.querySelector('a');
      if (first) {
        go(first);
      }
      event.preventDefault();
    }
  });
  list.addEventListener('click', function (event) {
    var link = event.target.closest('a');
    if (link) {
      go(link);
      event.preventDefault();
    }
  });
  doc.addEventListener('click', function (event) {
    if (!box.contains(event.target)) {
      list.hidden = true;
    }
  });
  doc.addEventListener('keydown', function (event) {
    var typing = event.target.closest('input:not([type="checkbox"]), textarea, select');
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      input.focus();
      input.select();
      event.preventDefault();
    }
  });
  box.hidden = false;

  // Ticks stay in this browser, with this content: those of another run or another edition would mislead.
  var boxes = Array.prototype.slice.call(doc.querySelectorAll('main input[type="checkbox"]'));
  var written = boxes.map(function (b) { return b.checked; });
  var key = 'allclear-emergency-' + words.digest;
  var store = null;
  try {
    store = window.localStorage;
  } catch (e) {
    store = null;
  }
  var clear = doc.createElement('button');
  clear.type = 'button';
  clear.className = 'button clear';
  doc.querySelector('.ways').append(clear);

  function ticked() {
    return boxes.reduce(function (all, b, i) { return b.checked !== written[i] ? all.concat(i) : all; }, []);
  }

  function keep() {
    var all = ticked();
    clear.hidden = all.length === 0;
    clear.textContent = words.clear.replace('{0}', all.length);
    try {
      if (store) {
        if (all.length) {
          store.setItem(key, JSON.stringify(all));
        } else {
          store.removeItem(key);
        }
      }
    } catch (e) {
      store = null;
    }
  }

  try {
    JSON.parse((store && store.getItem(key)) || '[]').forEach(function (i) {
      if (boxes[i]) {
        boxes[i].checked = !written[i];
      }
    });
  } catch (e) {
    // What can't be read is nothing that was kept.
  }
  clear.addEventListener('click', function () {
    boxes.forEach(function (b, i) { b.checked = written[i]; });
    keep();
    input.focus();
  });
  doc.addEventListener('change', function (event) {
    if (boxes.indexOf(event.target) >= 0) {
      keep();
    }
  });
  keep();
})();
