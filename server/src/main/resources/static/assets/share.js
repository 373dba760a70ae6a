/* The share page works without this: it adds buttons that copy, and counts what only the browser knows. */
(function () {
  'use strict';
  var told = document.querySelector('[data-told]');
  var status = document.querySelector('[data-copied]');

  function tell(event) {
    var form = new URLSearchParams(new FormData(told));
    form.set('event', event);
    fetch(told.action, { method: 'POST', body: form, keepalive: true, credentials: 'same-origin' }).catch(function () {});
  }

  /* As it looks and as it reads, both at once: the newer way would clean the styles away. */
  function copyRich(field) {
    return new Promise(function (resolve, reject) {
      document.addEventListener('copy', function (event) {
        event.preventDefault();
        event.clipboardData.setData('text/html', field.value);
        event.clipboardData.setData('text/plain', field.value);
      }, { once: true });
      if (document.execCommand('copy')) resolve();
      else reject(new Error('not copied'));
    });
  }

  function copy(field, rich) {
    return rich ? copyRich(field) : navigator.clipboard.writeText(field.value);
  }

  function done(button) {
    var words = button.firstChild.nodeValue;
    button.firstChild.nodeValue = status.dataset.copied;
    status.textContent = status.dataset.copied;
    setTimeout(function () {
      button.firstChild.nodeValue = words;
      status.textContent = '';
    }, 2000);
  }

  document.querySelectorAll('[readonly]').forEach(function (field) {
    field.addEventListener('focus', function () { field.select(); });
  });
  document.querySelectorAll('[data-copy]').forEach(function (button) {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener('click', function () {
      copy(document.getElementById(button.dataset.copy), button.dataset.rich).then(function () {
        done(button);
        if (button.dataset.tell) tell(button.dataset.tell);
      });
    });
  });
  document.querySelectorAll('a[data-tell]').forEach(function (link) {
    link.addEventListener('click', function () { tell(link.dataset.tell); });
  });
})();
