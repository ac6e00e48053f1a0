'use strict';
(function () {
  // A data block names its formatters; this is the whole list. Everything that
  // becomes markup goes through encodeHTML.
  var encode = globalThis.echarts ? echarts.encodeHTML : String;
  var formatters = {
    '@percent': function (v) { return Math.round(v * 100) + ' %'; },
    '@number': function (v) { return String(v); },
    '@label': function (p) { return p.data.label_text || ''; },
    '@tip': function (p) {
      return [p.data.row, p.seriesName, p.data.label_text].filter(Boolean)
        .map(function (s) { return '<bdi>' + encode(s) + '</bdi>'; }).join('<br>');
    }
  };

  function name(node) {
    Object.keys(node).forEach(function (key) {
      var v = node[key];
      if (key === 'formatter' && formatters[v]) node[key] = formatters[v];
      else if (v && typeof v === 'object') name(v);
    });
    return node;
  }

  // Each chart brings one layout a width; the widest that fits is drawn.
  function layout(chart, width) {
    return chart.layouts.filter(function (l) { return l.from <= width; }).pop() || chart.layouts[0];
  }

  function prepare(l, width) {
    var option = name(structuredClone(l.option));
    if (l.above) option.yAxis[0].axisLabel.width = width - 16;
    return option;
  }

  function draw(chart, width, tallest) {
    var l = layout(chart, width);
    var height = Math.min(l.height, tallest || l.height);
    if (chart.view) chart.view.dispose();
    chart.box.style.height = height + 'px';
    chart.view = echarts.init(chart.box, null, { renderer: 'svg', width: width, height: height });
    chart.view.setOption(prepare(l, width));
    chart.view.getZr().flush();
    chart.width = width;
  }

  var charts = [];
  document.documentElement.classList.add('drawn');
  document.querySelectorAll('script[data-chart]').forEach(function (block) {
    var chart = { box: document.getElementById(block.dataset.chart), layouts: JSON.parse(block.textContent) };
    charts.push(chart);
    draw(chart, chart.box.clientWidth);
  });

  var printing = false;
  function fit() {
    if (printing) return;
    charts.forEach(function (c) {
      if (c.box.clientWidth && c.box.clientWidth !== c.width) draw(c, c.box.clientWidth);
    });
  }
  addEventListener('resize', fit);

  // On the screen numbers are one click away; on paper everything is open but
  // the rest of a long table, and charts have the width of an A4 page and fit on
  // one.
  var folds = document.querySelectorAll('details.fold');
  folds.forEach(function (d) { d.open = false; });
  var wereOpen = [];
  addEventListener('beforeprint', function () {
    printing = true;
    wereOpen = Array.from(folds, function (d) { return d.open; });
    folds.forEach(function (d) { d.open = d.open || !d.classList.contains('rest'); });
    charts.forEach(function (c) { draw(c, 620, 700); });
  });
  addEventListener('afterprint', function () {
    printing = false;
    folds.forEach(function (d, i) { d.open = wereOpen[i]; });
    fit();
  });

  // A link into something folded opens it.
  function reveal() {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var fold = target && target.closest('details');
    if (fold) fold.open = true;
  }
  addEventListener('hashchange', reveal);
  reveal();
})();
