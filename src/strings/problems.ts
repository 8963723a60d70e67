import type { Problem, ProblemCode } from '../kit/problem.ts';
import { figure, type Sentence, say } from './sentence.ts';

const problems = {
  'not-found': 'Không tìm thấy trang này. Kiểm tra lại địa chỉ, hoặc quay về trang đầu.',
  'signed-out': 'Phiên làm việc đã hết. Đăng nhập lại để tiếp tục; bản nháp còn nguyên.',
  'not-allowed': 'Tài khoản của anh/chị không dùng trang này.',
  'form-from-elsewhere':
    'Biểu mẫu này được gửi từ một trang khác nên không được nhận. Mở lại trang rồi làm lại.',
  'form-too-large': 'Nội dung gửi lên quá lớn (tối đa 2 MB). Chia danh sách thành nhiều lần dán.',
  'too-many-rows': ({ rows, most }) =>
    `Danh sách có ${figure(rows)} dòng, tối đa ${figure(most)}. Bỏ bớt dòng rồi lưu lại; bản nháp đã lưu trước đó còn nguyên.`,
  'form-unreadable': 'Không đọc được nội dung gửi lên. Quay lại trang trước và gửi lại.',
  'form-outdated': 'Trang mở đã lâu nên không còn dùng được. Mở lại trang rồi làm lại.',
  'sign-in-failed':
    'Mã đơn vị, email hoặc mật khẩu không đúng. Kiểm tra phím Caps Lock và bộ gõ tiếng Việt, hoặc gọi phòng Nội vụ để nhận liên kết đăng nhập.',
  'sign-in-throttled': ({ minutes }) =>
    `Đã thử sai quá nhiều lần. Chờ ${figure(minutes)} phút rồi thử lại, hoặc gọi phòng Nội vụ để nhận liên kết đăng nhập.`,
  'link-spent':
    'Liên kết này đã được dùng hoặc đã hết hạn. Gọi phòng Nội vụ để nhận liên kết mới, hoặc đăng nhập bằng mật khẩu.',
  'password-too-short': ({ least }) =>
    `Mật khẩu cần ít nhất ${figure(least)} ký tự. Có thể dùng một câu dễ nhớ.`,
  'password-too-common':
    'Mật khẩu này quá dễ đoán (lặp một ký tự, dãy liền nhau hoặc trùng email). Chọn một câu dễ nhớ khác.',
  'name-missing': 'Chưa nhập họ và tên.',
  'email-invalid': 'Địa chỉ email chưa đúng. Nhập dạng ten@coquan.vn.',
  'email-taken': 'Email này đã có tài khoản. Tạo liên kết đăng nhập mới cho tài khoản đó.',
  'role-unknown': 'Chưa chọn vai trò. Chọn một vai trò trong danh sách.',
  'unit-missing': 'Chưa chọn đơn vị. Cán bộ đầu mối phải thuộc một đơn vị.',
  'account-inactive': 'Tài khoản này đã ngừng dùng. Gọi phòng Nội vụ để được mở lại.',
  'campaign-not-open': ({ opens }) => `Đợt báo cáo chưa mở. Bắt đầu nhận từ ${figure(opens)}.`,
  'campaign-closed': ({ phone }) =>
    phone
      ? `Đợt báo cáo đã đóng. Gọi phòng Nội vụ theo số ${phone} để được mở lại. Nội dung đã nhập còn nguyên.`
      : 'Đợt báo cáo đã đóng. Gọi phòng Nội vụ để được mở lại. Nội dung đã nhập còn nguyên.',
  'draft-locked':
    'Báo cáo đã gửi nên không sửa được. Bấm Thu hồi để sửa (khi chờ tiếp nhận), hoặc gọi phòng Nội vụ để mở lại.',
  'draft-changed-elsewhere': ({ by, at }) =>
    `${by} vừa sửa báo cáo này lúc ${at}. Xem chỗ khác nhau rồi chọn bản giữ lại; nội dung đang nhập chưa mất.`,
  'draft-has-faults': 'Báo cáo còn chỗ cần sửa trước khi gửi.',
  'warnings-unconfirmed': 'Tích "Tôi đã xem" ở từng chỗ cần xem lại rồi gửi.',
  'reason-missing': 'Chưa ghi lý do. Ghi rõ để đơn vị biết cần làm gì.',
  'reason-too-long': ({ most }) => `Lý do dài quá ${figure(most)} ký tự. Rút gọn lại.`,
  'state-changed':
    'Báo cáo vừa có thay đổi khác (đơn vị gửi lại, hoặc người khác đã xử lý). Xem lại bản mới nhất rồi quyết định.',
  'export-busy': 'Đang có nhiều người tải phụ lục. Chờ vài giây rồi bấm lại.',
  'server-already-running':
    'Thư mục dữ liệu này đang được một máy chủ khác dùng. Dừng máy chủ đó trước, hoặc chọn DATA_DIR khác.',
} satisfies Record<ProblemCode, Sentence>;

/** The sentence for a refusal: what is wrong and how to mend it. */
export const problemText = (problem: Pick<Problem, 'code' | 'details'>): string =>
  say(problems[problem.code], problem.details);
