'use strict';
(function () {
  const all = (from, what) => Array.from(from.querySelectorAll(what));
  const steps = all(document, 'details.step');

  function write(place, tex) {
    katex.render(tex, place, {
      displayMode: place.classList.contains('block'), throwOnError: true, strict: 'ignore', trust: false,
      maxExpand: 2000, maxSize: 40,
      macros: {'\\bm': '\\boldsymbol{#1}', '\\E': '\\mathbb{E}', '\\qedhere': '', '\\eqref': '(\\text{#1})', '\\ref': '\\text{#1}'}
    });
  }

  // A number that KaTeX takes at the end only is set behind its line.
  const numbered = tex => tex.replace(/\\tag\*?\{([^{}]*)\}/g, '\\qquad(\\text{$1})');

  function draw(place) {
    if (place.dataset.drawn) { return; }
    const tex = place.textContent;
    place.dataset.drawn = 'yes';
    try { write(place, tex); } catch (first) {
      try { write(place, numbered(tex)); } catch (second) {
        place.textContent = tex;
        place.dataset.drawn = 'failed';
        place.title = 'This formula cannot be drawn; this is its source.';
      }
    }
  }

  const hidden = place => {
    const closed = place.closest('details:not([open])');
    return closed && !place.closest('summary');
  };
  const drawAll = from => all(from, '.tex:not([data-drawn])').filter(p => !hidden(p)).forEach(draw);

  document.addEventListener('toggle', e => drawAll(e.target), true);
  drawAll(document);

  function openAll(open) {
    all(document, 'details.step').forEach(d => { d.open = open; });
    drawAll(document);
  }
  function unfold() {
    const step = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (step && step.tagName === 'DETAILS') {
      step.open = true;
      step.querySelector('summary').focus({preventScroll: true});
      step.scrollIntoView({block: 'center'});
    }
  }
  window.addEventListener('hashchange', unfold);
  unfold();

  const toggle = document.getElementById('toggle');
  toggle.addEventListener('click', () => {
    const open = toggle.getAttribute('aria-pressed') !== 'true';
    toggle.setAttribute('aria-pressed', String(open));
    openAll(open);
  });
  const filter = document.getElementById('filter');
  if (filter) {
    filter.addEventListener('click', () => {
      const on = document.body.classList.toggle('filtered');
      filter.setAttribute('aria-pressed', String(on));
    });
  }

  // n and p go to the next and the previous step.
  document.addEventListener('keydown', e => {
    if (e.ctrlKey || e.metaKey || e.altKey || !'np'.includes(e.key) || e.target.tagName === 'INPUT') { return; }
    const seen = steps.filter(s => s.offsetParent !== null);
    const at = seen.findIndex(s => s.contains(document.activeElement));
    const next = e.key === 'n' ? seen[at + 1] : seen[at < 0 ? seen.length - 1 : at - 1];
    if (next) {
      next.querySelector('summary').focus({preventScroll: true});
      next.scrollIntoView({block: 'center'});
    }
  });

  // On paper what does not hold is told in full, and the rest as it stands.
  let before = [];
  window.addEventListener('beforeprint', () => {
    before = steps.filter(s => !s.open && (s.classList.contains('bad') || s.classList.contains('open')));
    before.forEach(s => { s.open = true; });
    drawAll(document);
  });
  window.addEventListener('afterprint', () => { before.forEach(s => { s.open = false; }); });
})();
