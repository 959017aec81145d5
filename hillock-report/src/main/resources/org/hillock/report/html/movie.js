(function () {
  var box = document.getElementById('movie');
  var data = JSON.parse(document.getElementById('movie-frames').textContent);
  var slider = box.querySelector('input');
  var time = box.querySelector('output');
  var button = box.querySelector('button');
  var cells = Array.from(box.querySelectorAll('svg[data-cell]'));
  var drawings = cells.map(function (svg) { return Array.from(svg.querySelectorAll('polygon')); });
  var still = window.matchMedia('(prefers-reduced-motion: reduce)');
  var timer = null;
  var frame = Number(slider.value);
  function show(next) {
    frame = next % data.ms.length;
    var shades = data.shades[frame];
    drawings.forEach(function (pieces) {
      pieces.forEach(function (piece, i) {
        piece.setAttribute('fill', 'var(--ink-shade-' + (shades.charCodeAt(i) - 97) + ')');
      });
    });
    time.textContent = data.ms[frame].toFixed(1) + ' ms';
    slider.value = String(frame);
    slider.setAttribute('aria-valuetext', time.textContent);
  }
  function label() {
    button.textContent = timer !== null ? box.dataset.pause : still.matches ? box.dataset.next : box.dataset.play;
  }
  function stop() {
    clearInterval(timer);
    timer = null;
    label();
  }
  button.addEventListener('click', function () {
    if (timer !== null) { stop(); return; }
    if (still.matches) { show(frame + 1); return; }
    timer = setInterval(function () { show(frame + 1); }, 70);
    label();
  });
  slider.addEventListener('input', function () { stop(); show(Number(slider.value)); });
  still.addEventListener('change', stop);
  show(frame);
  label();
})();
