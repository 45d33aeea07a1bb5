// Sets language, direction and theme before the first paint. A file of its own, since the policy refuses inline scripts.
(function () {
  var root = document.documentElement;
  var kept = {};
  try {
    kept = JSON.parse(localStorage.getItem('cardea.preferences') || '{}');
  } catch (_) {
    kept = {};
  }
  var known = ['en', 'fr', 'ar', 'es', 'pt'];
  var wanted = kept.language || String(navigator.language || 'en').slice(0, 2);
  var language = known.indexOf(wanted) < 0 ? 'en' : wanted;
  var dark = window.matchMedia && window.matchMedia('(prefers-color-scheme: dark)').matches;
  root.lang = language;
  root.dir = language === 'ar' ? 'rtl' : 'ltr';
  root.dataset.theme = kept.theme === 'night' || kept.theme === 'light' ? kept.theme : dark ? 'night' : 'light';
})();
