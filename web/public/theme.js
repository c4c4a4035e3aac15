// Puts the person's own choice of light or dark in place before the first paint.
(function () {
  try {
    var chosen = localStorage.getItem('tapak.theme');
    if (chosen === 'dark' || chosen === 'light') document.documentElement.dataset.theme = chosen;
  } catch {
    // Storage is forbidden: the device's wish stands.
  }
})();
