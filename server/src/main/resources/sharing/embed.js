/* Shows Insignia badges where a page has <div data-share-badge-id="...">. Sets no cookie, loads nothing else. */
(function () {
  'use strict';
  var script = document.currentScript;
  if (!script) return;
  var home = script.src.replace(/\/assets\/utilities\/embed\.js([?#].*)?$/, '');
  var uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

  function hostOf(address) {
    var link = document.createElement('a');
    link.href = /^([a-z][a-z0-9+.-]*:)?\/\//i.test(address) ? address : '//' + address;
    return link.host;
  }

  function pixels(text, otherwise) {
    var number = parseInt(text, 10);
    return number > 0 && number <= 2000 ? number : otherwise;
  }

  function show(place) {
    var badge = place.getAttribute('data-share-badge-id');
    var host = place.getAttribute('data-share-badge-host');
    if (!uuid.test(badge) || (host && hostOf(host) !== hostOf(home)) || place.querySelector('iframe')) return;
    var frame = document.createElement('iframe');
    frame.name = 'acclaim-badge'; // by which style sheets of pages know it
    frame.id = 'embedded-badge-' + badge;
    frame.title = 'Insignia badge';
    frame.width = pixels(place.getAttribute('data-iframe-width'), 150);
    frame.height = pixels(place.getAttribute('data-iframe-height'), 270);
    frame.style.border = '0';
    frame.src = home + '/embedded_badge/' + badge.toLowerCase();
    place.appendChild(frame);
  }

  function showAll() {
    Array.prototype.forEach.call(document.querySelectorAll('[data-share-badge-id]'), show);
  }

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', showAll);
  else showAll();
})();
