'use strict';
(function () {
  const find = document.getElementById('find');
  const rows = Array.from(document.querySelectorAll('tbody tr'));
  const told = document.getElementById('told');
  function show() {
    const words = find.value.toLowerCase().split(/\s+/).filter(w => w);
    const kept = rows.filter(row => {
      const text = row.dataset.text;
      row.hidden = !words.every(w => text.includes(w));
      return !row.hidden;
    });
    told.textContent = words.length ? kept.length + (kept.length === 1 ? ' page' : ' pages') : '';
  }
  find.addEventListener('input', show);
  document.addEventListener('keydown', e => {
    if (e.key === '/' && document.activeElement !== find) { e.preventDefault(); find.focus(); }
  });
  show();
})();
