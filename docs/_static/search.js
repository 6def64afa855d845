/* The search of the documentation: over names and words folded as the library folds them, without network and without a server. */
(function () {
  "use strict";

  /* The same as asean_digital.values._fold.fold, whose table stands in the data: without case, marks, kinds of dash and quotation mark. */
  function fold(text) {
    var table = window.recordSearch.fold;
    var out = "";
    for (var letter of text.normalize("NFC")) {
      out += Object.hasOwn(table, letter) ? table[letter] : letter.toLowerCase();
    }
    return out.split(/[\s\u0085\u001c-\u001f]+/).filter(Boolean).join(" ");
  }

  function words(text) {
    return text.match(/[\p{L}\p{N}_]+/gu) || [];
  }

  /* The numbers of the entries that hold a word or one that begins with it: 2 where the whole word stands there, else 1. */
  function holding(data, word) {
    var found = new Map();
    var low = 0;
    var high = data.words.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (data.words[middle] < word) { low = middle + 1; } else { high = middle; }
    }
    for (var at = low; at < data.words.length && data.words[at].startsWith(word); at += 1) {
      var number = 0;
      data.where[at].forEach(function (step) {
        number += step;
        var weight = data.words[at] === word ? 2 : 1;
        found.set(number, Math.max(found.get(number) || 0, weight));
      });
    }
    return found;
  }

  function nameScore(names, phrase, asked) {
    var best = 0;
    names.forEach(function (name, rank) {
      var score = 0;
      var own = words(name);
      if (name === phrase) { score = 100; }
      else if (name.startsWith(phrase + " ")) { score = 70; }
      else if ((" " + own.join(" ") + " ").includes(" " + asked.join(" ") + " ")) { score = 60; }
      else if (asked.every(function (word) { return own.includes(word); })) { score = 45; }
      else if (asked.every(function (word) { return own.some(function (each) { return each.startsWith(word); }); })) { score = 35; }
      if (score) { score -= Math.min(own.length - asked.length, 20) / 4 + Math.min(rank, 8) / 8; }
      best = Math.max(best, score);
    });
    return best;
  }

  /* The entries that hold all words asked for, the best first; where none does, those that hold most of them. */
  function search(data, query) {
    var phrase = fold(query);
    var asked = words(phrase);
    var hits = new Map();
    asked.forEach(function (word) {
      holding(data, word).forEach(function (weight, number) {
        var hit = hits.get(number) || { number: number, count: 0, score: 0 };
        hit.count += 1;
        hit.score += weight;
        hits.set(number, hit);
      });
    });
    var most = 0;
    hits.forEach(function (hit) { most = Math.max(most, hit.count); });
    var chosen = Array.from(hits.values()).filter(function (hit) { return hit.count === most; });
    chosen.forEach(function (hit) { hit.score += nameScore(data.entries[hit.number][4], phrase, asked); });
    chosen.sort(function (a, b) { return b.score - a.score || a.number - b.number; });
    return { all: most === asked.length, hits: chosen, asked: asked };
  }

  function link(root, address, title, lang) {
    var anchor = document.createElement("a");
    anchor.href = root + address;
    anchor.lang = lang;
    anchor.textContent = title;
    return anchor;
  }

  function item(root, entry) {
    var row = document.createElement("li");
    row.append(link(root, entry[0], entry[1], entry[2]));
    var sort = document.createElement("span");
    sort.className = "sort";
    sort.textContent = entry[3];
    row.append(" ", sort);
    if (entry[6]) {
      var line = document.createElement("div");
      line.append("Tiếng Việt: ", link(root, entry[6][0], entry[6][1], entry[6][2]));
      line.className = "other";
      line.lang = "vi";
      row.append(line);
    }
    if (entry[5]) {
      var about = document.createElement("div");
      about.className = "about";
      about.textContent = entry[5];
      row.append(about);
    }
    return row;
  }

  var SHOWN = 30;

  function show(page, data, query) {
    var root = document.documentElement.dataset.content_root;
    var said = page.querySelector(".said");
    var list = page.querySelector("ol");
    list.replaceChildren();
    if (!words(fold(query)).length) {
      said.textContent = "Type a name or some words, in English or Vietnamese, with or without marks.";
      return;
    }
    var answer = search(data, query);
    var many = answer.hits.length;
    said.textContent = !many ? "No page has these words." :
      (answer.all ? "" : "No page has all these words; these have most of them. ") + (many === 1 ? "1 page found." : many + " pages found.");
    function add(from, to) {
      answer.hits.slice(from, to).forEach(function (hit) { list.append(item(root, data.entries[hit.number])); });
    }
    add(0, SHOWN);
    var more = page.querySelector("button.more");
    more.hidden = many <= SHOWN;
    more.onclick = function () {
      add(SHOWN, many);
      more.hidden = true;
      list.children[SHOWN].querySelector("a").focus();
    };
  }

  window.recordSearchFold = fold;
  window.recordSearchFind = function (query) {
    return search(window.recordSearch, query).hits.map(function (hit) { return window.recordSearch.entries[hit.number][0]; });
  };
  document.addEventListener("DOMContentLoaded", function () {
    var page = document.getElementById("record-search");
    if (!page || !window.recordSearch) { return; }
    var query = new URLSearchParams(window.location.search).get("q") || "";
    page.querySelector("input").value = query;
    if (query) { document.title = query + " - " + document.title; }
    show(page, window.recordSearch, query);
  });
})();
