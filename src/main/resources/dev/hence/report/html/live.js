'use strict';
// Loads the page again when it was written anew, and finds the place again.
(function () {
  const root = document.documentElement;
  const BETWEEN_LOOKS = 400;
  const details = () => Array.from(document.querySelectorAll('details'));
  const find = () => document.getElementById('find');

  // What is inside a step is known by its place there.
  function name(d) {
    if (d.id) { return d.id; }
    const step = d.parentElement.closest('details[id]');
    const from = step || document;
    return (step ? step.id : '') + ' ' + Array.from(from.querySelectorAll('details')).indexOf(d);
  }

  // What is read: the first step or display that begins on the screen.
  function mark() {
    const read = Array.from(document.querySelectorAll('details[id]'))
      .find(d => d.offsetParent && d.getBoundingClientRect().bottom > 0);
    return read ? {id: read.id, top: read.getBoundingClientRect().top} : null;
  }

  function keep() {
    const focused = document.activeElement;
    const step = focused && focused.tagName === 'SUMMARY' ? name(focused.parentElement) : '';
    history.scrollRestoration = 'manual';
    history.replaceState({hence: {
      open: details().filter(d => d.open).map(name), y: window.scrollY, mark: mark(), step: step,
      focus: focused && !step ? focused.id : '', filtered: document.body.classList.contains('filtered'),
      find: find() ? find().value : ''
    }}, '');
  }

  function restore() {
    const kept = history.state && history.state.hence;
    if (!kept) { return; }
    history.replaceState(null, '');
    const open = new Set(kept.open);
    details().forEach(d => { d.open = open.has(name(d)); });
    const filter = document.getElementById('filter');
    if (kept.filtered && filter) { filter.click(); }
    if (find() && kept.find) { find().value = kept.find; find().dispatchEvent(new Event('input')); }
    const step = kept.step && details().find(d => name(d) === kept.step);
    const focus = step ? step.querySelector('summary') : kept.focus && document.getElementById(kept.focus);
    if (focus) { focus.focus({preventScroll: true}); }
    // The formulas of opened steps are drawn first: they have their height then.
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const read = kept.mark && document.getElementById(kept.mark.id);
      const y = read ? window.scrollY + read.getBoundingClientRect().top - kept.mark.top : kept.y;
      window.scrollTo(0, y);
      root.dataset.restored = 'yes';
    }));
  }

  window.henceVersions = versions => {
    const newest = versions[root.dataset.page];
    if (newest && newest !== root.dataset.version) {
      keep();
      location.reload();
    }
  };

  let looks = 0;
  function look() {
    const script = document.createElement('script');
    const end = () => { script.remove(); setTimeout(look, BETWEEN_LOOKS); };
    script.onload = end;
    script.onerror = end;
    script.src = 'versions.js?' + Date.now() + '-' + (looks++);
    document.head.append(script);
  }

  restore();
  look();
})();
