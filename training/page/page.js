"use strict";
// Draws what the stream says. Text is set as text and never as markup.

const SPAN_S = 30;
const seats = new Map();

function part(parent, kind, className) {
  const made = document.createElement(kind);
  if (className) made.className = className;
  parent.append(made);
  return made;
}

function seatOf(name) {
  if (!seats.has(name)) {
    const section = part(document.getElementById("seats"), "section");
    const heading = part(section, "h2");
    seats.set(name, {
      section, name: part(heading, "span"), mark: part(heading, "span"),
      word: part(section, "p", "word"), trace: part(section, "canvas"), number: part(section, "p"),
    });
  }
  return seats.get(name);
}

function show(seat) {
  const drawn = seatOf(seat.trainee);
  drawn.section.dataset.trainee = seat.trainee;
  drawn.name.textContent = seat.trainee;
  drawn.mark.textContent = seat.simulated ? "SIMULATED" : "";
  drawn.mark.className = seat.simulated ? "mark" : "";
  const why = seat.trouble || seat.why || "";
  drawn.word.textContent = why ? `${seat.word} – ${why}` : seat.word;
  drawn.word.className = why ? "word alarm" : "word";
  drawn.number.textContent = seat.trial === undefined ? "" :
    `trial ${seat.trial} of ${seat.trials}, ${seat.target_n} N · ` +
    (seat.hidden ? "force hidden" : seat.force_n === null ? "– – –" : `${seat.force_n.toFixed(1)} N`) +
    (seat.not_kept ? ` · ${seat.not_kept}` : "");
  draw(drawn.trace, seat);
}

function draw(canvas, seat) {
  const width = canvas.clientWidth || 300, height = canvas.clientHeight || 128;
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext("2d");
  const top = 1.5 * (seat.target_n || 20);
  const x = (at) => width * (1 + at / SPAN_S);
  const y = (force) => height * (1 - Math.min(Math.max(force, 0), top) / top);
  if (seat.low_n !== null && seat.low_n !== undefined) {
    pen.fillStyle = "rgba(46, 160, 67, 0.25)";
    pen.fillRect(0, y(seat.high_n), width, y(seat.low_n) - y(seat.high_n));
  }
  pen.strokeStyle = "#1f6feb";
  pen.lineWidth = 2;
  pen.beginPath();
  let on = false;
  for (const [at, force] of seat.trace) {
    if (force === null) { on = false; continue; }
    if (on) pen.lineTo(x(at), y(force)); else pen.moveTo(x(at), y(force));
    on = true;
  }
  pen.stroke();
}

function connect() {
  const link = document.getElementById("link");
  const socket = new WebSocket(new URL("live", location.href.replace(/^http/, "ws")));
  socket.onopen = () => { link.textContent = "live"; };
  socket.onmessage = (event) => { for (const seat of JSON.parse(event.data).seats) show(seat); };
  socket.onclose = () => {
    link.textContent = "no connection: what is below is old; trying again";
    setTimeout(connect, 2000);
  };
}

connect();
