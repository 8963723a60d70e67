/** The line beside the buttons that says whether the draft is safe. */
import { signInAddress } from './sign-in-address.js';

/** @typedef {import('./draft-request.js').Outcome} Outcome */

/**
 * @param {HTMLElement} place
 * @param {Outcome} outcome
 * @param {boolean} isHeld the content lies on this machine
 */
export const showOutcome = (place, outcome, isHeld) => {
  place.classList.toggle('save-trouble', outcome.kind !== 'saved');
  place.replaceChildren(...partsOf(outcome, isHeld));
};

/**
 * @param {Outcome} outcome
 * @param {boolean} isHeld
 * @returns {(string | Node)[]}
 */
const partsOf = (outcome, isHeld) => {
  const held = isHeld
    ? 'Nội dung đang giữ trên máy này'
    : 'Chưa giữ được nội dung trên máy này, đừng đóng trang';
  switch (outcome.kind) {
    case 'saved':
      return [`Đã lưu nháp lúc ${outcome.savedAt}`];
    case 'signed-out':
      return [`Phiên làm việc đã hết. ${held} – `, signInLink()];
    case 'offline':
      return [`Mất kết nối mạng. ${held} và sẽ tự lưu khi có mạng.`];
    case 'conflict':
      return [`${outcome.by} vừa sửa báo cáo này lúc ${outcome.at}. ${held}. `, compareButton()];
    case 'refused':
      return [`${outcome.text} ${held}.`];
  }
};

const signInLink = () => {
  const link = document.createElement('a');
  link.href = signInAddress();
  link.textContent = 'Đăng nhập lại';
  return link;
};

/** Sends the form as it is; the server answers with both versions side by side. */
const compareButton = () => {
  const button = document.createElement('button');
  button.className = 'link-button';
  button.name = 'action';
  button.value = 'save';
  button.textContent = 'Xem hai bản';
  return button;
};
