/** Warns before the session ends for want of use, with one button to carry on (WCAG 2.2.1). */
import { signInAddress } from './sign-in-address.js';

const idleMinutes = 60;
const warnMinutes = 55;
const lookEveryMs = 15_000;

/** Other tabs of this browser share the session: use in one is use in all. */
const tabs = new BroadcastChannel('phuluc-phien');
let lastUse = Date.now();
/** @type {HTMLElement | undefined} */
let box;

tabs.addEventListener('message', used);
document.addEventListener('session-used', tell);
setInterval(look, lookEveryMs);
tabs.postMessage('used');

function tell() {
  used();
  tabs.postMessage('used');
}

function used() {
  lastUse = Date.now();
  box?.remove();
  box = undefined;
}

function look() {
  const minutes = (Date.now() - lastUse) / 60_000;
  if (minutes >= idleMinutes) showEnded();
  else if (minutes >= warnMinutes && !box)
    show(warning(Math.ceil(idleMinutes - minutes)), carryOnButton());
}

/** @param {number} minutesLeft */
const warning = (minutesLeft) =>
  `Phiên làm việc sẽ hết sau ${minutesLeft} phút nữa vì không có thao tác nào.`;

function showEnded() {
  if (box?.dataset.ended) return;
  const link = document.createElement('a');
  link.className = 'button';
  link.href = signInAddress();
  link.textContent = 'Đăng nhập lại';
  show(
    `Phiên làm việc đã hết sau ${idleMinutes} phút không thao tác. Đăng nhập lại để tiếp tục; bản nháp còn nguyên.`,
    link,
  ).dataset.ended = 'yes';
}

/**
 * @param {string} sentence
 * @param {HTMLElement} way
 */
function show(sentence, way) {
  box?.remove();
  box = document.createElement('div');
  box.className = 'session-warning';
  box.setAttribute('role', 'alert');
  const text = document.createElement('p');
  text.textContent = sentence;
  box.append(text, way);
  document.body.append(box);
  return box;
}

function carryOnButton() {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button button-primary';
  button.textContent = 'Tiếp tục phiên làm việc';
  button.addEventListener('click', carryOn);
  return button;
}

async function carryOn() {
  try {
    const response = await fetch('/con-day', {
      headers: { Accept: 'application/json' },
      redirect: 'manual',
    });
    if (response.ok) tell();
    else showEnded();
  } catch {
    show(
      'Mất kết nối mạng, chưa gia hạn được phiên làm việc. Thử lại khi có mạng.',
      carryOnButton(),
    );
  }
}
