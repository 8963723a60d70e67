import type { Problem, ProblemCode } from '../kit/problem.ts';
import { figure, type Sentence, say, short } from './sentence.ts';
import { signedProblems } from './signed-problems.ts';

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
  'sign-in-throttled': ({ minutes, mailed }) =>
    mailed
      ? `Đã thử sai quá nhiều lần. Chờ ${figure(minutes)} phút rồi thử lại, hoặc bấm "Nhận liên kết đăng nhập qua thư" bên dưới để vào ngay.`
      : `Đã thử sai quá nhiều lần. Chờ ${figure(minutes)} phút rồi thử lại, hoặc gọi phòng Nội vụ để nhận liên kết đăng nhập.`,
  'identifier-missing': 'Chưa nhập email hoặc mã đơn vị.',
  'link-request-throttled': ({ minutes }) =>
    `Đã xin liên kết nhiều lần. Mở thư mới nhất (xem cả mục thư rác), hoặc chờ ${figure(minutes)} phút rồi xin lại.`,
  'check-code-missing': 'Chưa nhập mã. Nhập 8 ký tự ở chân trang báo cáo, ví dụ BCDF-2345.',
  'check-code-unfit':
    'Mã kiểm tra gồm 8 ký tự, không có nguyên âm và các chữ, số dễ nhầm (0, 1, L). Xem lại chân trang báo cáo, ví dụ BCDF-2345.',
  'check-code-unknown':
    'Không có báo cáo nào mang mã này. So lại từng ký tự với chân trang báo cáo; nếu đúng mà vẫn không thấy, hỏi đơn vị đã in báo cáo.',
  'check-throttled': ({ minutes }) =>
    `Đã nhập sai mã quá nhiều lần. Chờ ${figure(minutes)} phút rồi thử lại.`,
  'link-spent':
    'Liên kết này đã được dùng hoặc đã hết hạn. Đăng nhập bằng mật khẩu, xin liên kết mới ở trang Đăng nhập, hoặc gọi phòng Nội vụ.',
  'password-too-short': ({ least }) =>
    `Mật khẩu cần ít nhất ${figure(least)} ký tự. Có thể dùng một câu dễ nhớ.`,
  'password-too-common':
    'Mật khẩu này quá dễ đoán (lặp một ký tự, dãy liền nhau hoặc trùng email). Chọn một câu dễ nhớ khác.',
  'name-missing': 'Chưa nhập họ và tên.',
  'email-invalid': 'Địa chỉ email chưa đúng. Nhập dạng ten@coquan.vn.',
  'email-taken': 'Email này đã có tài khoản. Tạo liên kết đăng nhập mới cho tài khoản đó.',
  'role-unknown': 'Chưa chọn vai trò. Chọn một vai trò trong danh sách.',
  'unit-missing': 'Chưa chọn đơn vị. Cán bộ đầu mối phải thuộc một đơn vị.',
  'unit-code-missing':
    'Chưa nhập mã đơn vị. Mã gồm chữ thường không dấu, chữ số và gạch nối, ví dụ phong-y-te.',
  'unit-code-unfit': ({ mended }) =>
    mended
      ? `Mã có dấu, chữ hoa, khoảng trắng hoặc ký tự lạ. Dùng: ${mended}`
      : 'Mã đơn vị chỉ gồm chữ thường không dấu, chữ số và gạch nối, ví dụ phong-y-te.',
  'unit-code-too-long': ({ most }) => `Mã đơn vị dài quá ${figure(most)} ký tự. Rút gọn lại.`,
  'unit-code-taken': ({ owner }) => `Mã này đã là của ${owner}. Chọn mã khác.`,
  'unit-code-reserved': 'Mã này trùng địa chỉ một trang của phần mềm. Chọn mã khác.',
  'unit-name-missing': 'Chưa nhập tên đơn vị.',
  'unit-merged': ({ into }) =>
    `Đơn vị này đã sáp nhập vào ${into} nên không hoạt động lại được. Thêm đơn vị mới nếu cần.`,
  'unit-changed': 'Đơn vị này vừa có thay đổi khác. Xem lại trang rồi làm tiếp.',
  'merge-target-missing':
    'Chưa chọn đơn vị tiếp nhận. Chọn một đơn vị đang hoạt động trong danh sách.',
  'group-missing': 'Chưa chọn nhóm. Chọn một nhóm trong danh sách, hoặc thêm nhóm trước.',
  'group-name-missing': 'Chưa nhập tên nhóm.',
  'group-name-taken': 'Đã có nhóm mang tên này. Nhập tên khác.',
  'group-not-empty': ({ units }) =>
    `Nhóm còn ${figure(units)} đơn vị, kể cả đơn vị ngừng hoạt động. Chuyển các đơn vị đó sang nhóm khác rồi xóa nhóm.`,
  'text-too-long': ({ most }) => `Nội dung dài quá ${figure(most)} ký tự. Rút gọn lại.`,
  'phone-invalid': 'Số điện thoại chưa đúng. Nhập một số, ví dụ 0912345678 hoặc 02203838383.',
  'phone-lost-zero': ({ mended }) => `Số điện thoại mất số 0 đầu, dùng: ${mended}`,
  'account-inactive': 'Tài khoản này đã ngừng dùng. Gọi phòng Nội vụ để được mở lại.',
  'account-without-email':
    'Tài khoản này chưa có email. Nhập email rồi lưu, hoặc tạo liên kết và giao tận tay.',
  'account-own': 'Anh/chị không tự ngừng tài khoản của mình được. Nhờ một quản trị khác.',
  'last-admin':
    'Đây là quản trị duy nhất đang hoạt động. Giao vai trò Quản trị cho một người khác trước.',
  'password-wrong': 'Mật khẩu hiện tại không đúng. Kiểm tra phím Caps Lock và bộ gõ tiếng Việt.',
  'hand-outs-unchosen': 'Chưa chọn đơn vị nào. Tích ít nhất một đơn vị rồi tạo phiếu.',
  'reminder-unchosen': 'Chưa chọn đơn vị nào còn phải gửi. Tích ít nhất một đơn vị rồi xem trước.',
  'campaign-not-open': ({ opens }) => `Đợt báo cáo chưa mở. Bắt đầu nhận từ ${figure(opens)}.`,
  'campaign-closed': ({ phone }) =>
    phone
      ? `Đợt báo cáo đã đóng. Gọi phòng Nội vụ theo số ${phone} để được mở lại. Nội dung đã nhập còn nguyên.`
      : 'Đợt báo cáo đã đóng. Gọi phòng Nội vụ để được mở lại. Nội dung đã nhập còn nguyên.',
  'draft-locked':
    'Báo cáo đã gửi nên không sửa được. Bấm Thu hồi để sửa (khi chờ tiếp nhận), hoặc gọi phòng Nội vụ để mở lại.',
  'draft-begun':
    'Báo cáo đã có nội dung nhập ở bên dưới nên số liệu đợt trước không được lấy đè lên. Xem và sửa nội dung đó.',
  'nothing-sent-last-time':
    'Đơn vị không gửi báo cáo nào ở đợt trước. Nhập mới vào các ô bên dưới.',
  'draft-changed-elsewhere': ({ by, at }) =>
    `${by} vừa sửa báo cáo này lúc ${at}. Xem chỗ khác nhau rồi chọn bản giữ lại; nội dung đang nhập chưa mất.`,
  'draft-has-faults': 'Báo cáo còn chỗ cần sửa trước khi gửi.',
  'queries-unexplained': 'Ghi giải thích ở từng chỗ được hỏi, hoặc quay lại sửa, rồi gửi.',
  'warnings-unconfirmed': 'Tích "Tôi đã xem" ở từng chỗ cần xem lại rồi gửi.',
  'reason-missing': 'Chưa ghi lý do. Ghi rõ để đơn vị biết cần làm gì.',
  'reason-too-long': ({ most }) => `Lý do dài quá ${figure(most)} ký tự. Rút gọn lại.`,
  'reason-other-missing':
    'Đã chọn "Khác" nhưng chưa ghi lý do. Ghi rõ ở ô bên dưới, hoặc bỏ dấu tích ở "Khác".',
  'remark-too-long': ({ row, most }) =>
    `Dòng ${figure(row)}: ý kiến dài quá ${figure(most)} ký tự. Rút gọn lại, hoặc ghi ở ô lý do chung.`,
  'state-changed':
    'Báo cáo vừa có thay đổi khác (đơn vị gửi lại, hoặc người khác đã xử lý). Xem lại bản mới nhất rồi quyết định.',
  'claim-unchosen':
    'Chưa chọn quyết định. Chọn "Cùng một người" ở một đơn vị, hoặc "khác nhau", rồi bấm Lưu.',
  'claims-unticked':
    'Chưa chọn trường hợp nào. Tích vào trường hợp là những người khác nhau rồi lưu.',
  'claim-rows-too-few': 'Cần ít nhất hai dòng của hai đơn vị. Tích thêm dòng rồi bấm Lưu.',
  'claim-unit-unticked':
    'Đơn vị được chọn để tính không có dòng nào được tích. Tích dòng của đơn vị đó, hoặc chọn đơn vị khác.',
  'claim-rows-changed':
    'Có đơn vị vừa gửi lại nên danh sách đã khác; quyết định chưa được lưu. Dưới đây là các trường hợp theo bản mới nhất.',
  'claim-decided-meanwhile':
    'Người khác trong phòng vừa quyết định trường hợp này; quyết định của anh/chị chưa được lưu. Xem ở danh sách Đã quyết định.',
  'claim-undone-already': 'Quyết định này đã được bỏ trước đó. Không cần làm gì thêm.',
  'day-unreal': ({ typed }) =>
    typed
      ? `Ngày ${short(typed)} không có thật. Nhập theo dạng ngày/tháng/năm, ví dụ 30/11/2024.`
      : 'Chưa nhập ngày. Nhập theo dạng ngày/tháng/năm, ví dụ 30/11/2024.',
  'hour-unreal': ({ typed }) =>
    typed
      ? `Giờ ${short(typed)} không có thật. Nhập theo dạng giờ:phút, ví dụ 17:00; hết ngày là 24:00.`
      : 'Chưa nhập giờ. Nhập theo dạng giờ:phút, ví dụ 17:00; hết ngày là 24:00.',
  'extension-too-early': ({ deadline }) =>
    `Hạn mới phải sau hạn gửi chung (${deadline}). Chọn ngày giờ muộn hơn.`,
  'extension-past': 'Hạn mới đã qua rồi. Chọn ngày giờ sau lúc này.',
  'extension-too-far': 'Hạn mới xa quá một năm. Kiểm tra lại năm.',
  'campaign-changed-elsewhere': ({ by, at }) =>
    `${by} vừa sửa đợt này lúc ${at}. Nội dung anh/chị nhập còn nguyên bên dưới; xem chỗ khác nhau, sửa lại nếu cần rồi bấm Lưu lần nữa.`,
  'unit-changed-elsewhere': ({ by, at, now }) =>
    `${by} vừa sửa đơn vị này lúc ${at}: ${now}. Nội dung anh/chị nhập còn nguyên; sửa lại nếu cần rồi bấm Lưu lần nữa.`,
  'campaign-code-taken': 'Mã này đã có đợt khác dùng. Chọn mã khác.',
  'category-in-use': ({ category }) =>
    `Đối tượng "${category}" đã có số liệu của đơn vị nên không bỏ được. Có thể đổi tên.`,
  'drafts-open': ({ drafts }) =>
    `Đang có ${figure(drafts)} đơn vị nhập dở, nhiều hơn số đã hiện. Nháp của các đơn vị này sẽ không được gửi; nếu vẫn đóng, bấm lần nữa.`,
  'units-have-reports': ({ units }) =>
    `Không bỏ được ${units}: đã có nội dung hoặc quyết định. Mở trang báo cáo của đơn vị trong bảng theo dõi rồi ghi lý do không thuộc diện.`,
  'export-busy': 'Đang có nhiều người tải phụ lục. Chờ vài giây rồi bấm lại.',
  'moment-future': ({ now }) => `Thời điểm này chưa tới (bây giờ là ${now}). Nhập ngày giờ đã qua.`,
  'moment-before-opening': ({ opens }) =>
    `Khi đó đợt báo cáo chưa mở. Nhập ngày giờ từ ${opens} trở đi.`,
  'final-empty': 'Chưa đơn vị nào gửi báo cáo nên chưa có gì để chốt.',
  'final-made-meanwhile': ({ by, at, number }) =>
    `${by} vừa chốt lần ${figure(number)} lúc ${at} nên lần chốt này chưa được ghi. Xem lại các lần chốt; nếu vẫn cần thì chốt lần tiếp theo.`,
  'upload-busy': 'Đang có nhiều tệp chờ đọc. Chờ vài giây rồi tải lên lại.',
  'upload-missing': 'Chưa chọn tệp. Bấm Chọn tệp rồi chọn tệp Excel (.xlsx).',
  'upload-empty': 'Tệp rỗng. Kiểm tra đã lưu tệp Excel trước khi tải lên chưa.',
  'upload-too-large': ({ most }) =>
    `Tệp quá lớn, tối đa ${figure(most)} MB. Xóa ảnh trong tệp hoặc sao chép danh sách sang tệp mẫu.`,
  ...signedProblems,
  'paste-empty': 'Chưa dán gì. Sao chép danh sách trong Excel rồi dán vào ô.',
  'letters-unchosen':
    'Tệp có chữ gõ bằng phông cũ. Xem chữ đã chuyển rồi chọn Dùng chữ đã chuyển hoặc Giữ nguyên chữ trong tệp.',
  'upload-not-list':
    'Tệp này không phải danh sách đọc được. Chọn tệp Excel (.xlsx, .xls), .ods hoặc .csv.',
  'upload-not-excel':
    'Tệp này không phải tệp Excel (.xlsx). Chọn tệp có đuôi .xlsx, hoặc mở bằng Excel rồi Lưu thành (Save As) kiểu "Excel Workbook (.xlsx)".',
  'upload-old-excel':
    'Tệp này là tệp Excel kiểu cũ (.xls). Mở bằng Excel, chọn Lưu thành (Save As), kiểu "Excel Workbook (.xlsx)" rồi tải lên lại.',
  'upload-has-password':
    'Tệp có mật khẩu nên không đọc được. Bỏ mật khẩu trong Excel (Tệp, Thông tin, Bảo vệ sổ làm việc) rồi tải lên lại.',
  'upload-broken':
    'Tệp bị hỏng hoặc chưa tải xong nên không đọc được. Mở lại bằng Excel, lưu rồi tải lên lại.',
  'upload-too-heavy':
    'Tệp mở ra quá lớn nên không đọc được. Sao chép danh sách sang tệp mẫu rồi tải lên lại.',
  'upload-too-long': ({ sheet, most }) =>
    `Trang tính "${short(sheet)}" có quá nhiều dòng, tối đa ${figure(most)}. Bỏ bớt dòng hoặc chia thành nhiều tệp.`,
  'upload-too-wide': ({ sheet, most }) =>
    `Trang tính "${short(sheet)}" có quá nhiều cột, tối đa ${figure(most)}. Xóa các cột thừa rồi tải lên lại.`,
  'upload-without-sheets':
    'Không tìm thấy trang tính "Đơn vị" hoặc "Tài khoản". Tải danh sách về rồi sửa trên chính tệp đó.',
  'upload-without-column': ({ sheet, column }) =>
    `Trang tính "${short(sheet)}" không có cột "${column}". Tải danh sách về rồi sửa trên chính tệp đó, giữ nguyên dòng tiêu đề.`,
  'upload-without-rows':
    'Tệp không có dòng dữ liệu nào. Kiểm tra đã lưu tệp Excel trước khi tải lên chưa.',
  'mail-not-set-up':
    'Máy chủ chưa được cài đặt gửi thư nên chưa gửi được thư thử. Báo người quản trị máy chủ.',
  'mail-settings-changed':
    'Cài đặt gửi thư vừa thay đổi nên chưa xác nhận được. Xem lại các dòng dưới đây rồi xác nhận.',
  'mailbox-changed':
    'Hộp thư nhận của đợt vừa được sửa nên chưa xác nhận được. Xem lại địa chỉ dưới đây rồi xác nhận.',
  'mail-expired':
    'Thư này đã quá thời hạn nên không gửi lại được. Nếu vẫn cần, viết thư mới từ trang của đợt báo cáo.',
  'mail-link-ended':
    'Liên kết trong thư đã được dùng hoặc đã hết hạn nên không gửi lại được. Mở tài khoản của người nhận và tạo liên kết mới.',
  'mail-link-sent':
    'Thư này mang liên kết dùng một lần nên không gửi thêm bản nữa. Mở tài khoản của người nhận và tạo liên kết mới.',
  'mail-sent-already': 'Thư này đã gửi xong. Xem lại thông tin dưới đây.',
  'mail-again-unconfirmed':
    'Thư này đã gửi một lần. Tích ô xác nhận nếu vẫn muốn gửi thêm một bản.',
  'mail-being-sent': 'Thư đang được gửi đi nên chưa bỏ được. Chờ một phút rồi mở lại trang này.',
  'mail-text-changed-elsewhere': ({ by, at }) =>
    `${by} vừa sửa mẫu thư này lúc ${at}. Nội dung anh/chị nhập còn nguyên bên dưới; xem chỗ khác nhau, sửa lại nếu cần rồi bấm Lưu lần nữa.`,
  'test-mail-throttled': ({ minutes }) =>
    `Đã gửi nhiều thư thử liền nhau. Chờ ${figure(minutes)} phút rồi thử lại.`,
  'server-already-running':
    'Thư mục dữ liệu này đang được một máy chủ khác dùng. Dừng máy chủ đó trước, hoặc chọn DATA_DIR khác.',
} satisfies Record<ProblemCode, Sentence>;

/** The sentence for a refusal: what is wrong and how to mend it. */
export const problemText = (problem: Pick<Problem, 'code' | 'details'>): string =>
  say(problems[problem.code], problem.details);
