/* A page of long work is complete without this, by looking again: it looks by itself while the work goes on. */
(function () {
  'use strict';
  var pause = 2000;

  function look() {
    if (document.hidden) {
      setTimeout(look, pause);
      return;
    }
    fetch(location.href, { credentials: 'same-origin', headers: { 'Accept': 'text/html' } })
      .then(function (answer) { return answer.ok ? answer.text() : Promise.reject(new Error(answer.status)); })
      .then(function (text) {
        var fresh = new DOMParser().parseFromString(text, 'text/html').querySelector('[data-live]');
        var shown = document.querySelector('[data-live]');
        if (!fresh || fresh.dataset.live !== shown.dataset.live) {
          location.reload();
          return;
        }
        shown.replaceChildren.apply(shown, Array.from(fresh.childNodes));
        setTimeout(look, pause);
      })
      .catch(function () { setTimeout(look, 5 * pause); });
  }

  var live = document.querySelector('[data-live]');
  if (live && live.dataset.live === 'moving') setTimeout(look, pause);
})();
