/** What the command line says. */
export const consoleText = {
  ready: (address: string) => `Phụ lục đang chạy tại ${address}`,
  firstLink: (link: string) =>
    `Chưa có tài khoản phòng Nội vụ. Mở liên kết này (dùng một lần, trong 7 ngày) để đặt tài khoản đầu tiên:\n  ${link}`,
  cannotListen: (host: string, port: number) =>
    `Không mở được cổng ${port} trên ${host}: có chương trình khác đang dùng, hoặc địa chỉ không thuộc máy này. Đặt PORT hoặc HOST khác.`,
  noDatabase: (reason: string) =>
    `Không nối được cơ sở dữ liệu ở DATABASE_URL (${reason}). Kiểm tra địa chỉ, tài khoản và máy chủ PostgreSQL.`,
  stopping: 'Đang dừng …',
  migrated: (names: readonly string[]) =>
    names.length === 0 ? 'Cơ sở dữ liệu đã mới nhất.' : `Đã nâng cấp: ${names.join(', ')}.`,
  invited: (link: string) => `Liên kết đăng nhập (dùng một lần, trong 7 ngày):\n  ${link}`,
  invitationQueued: 'Thư mời mang liên kết này đã vào hàng chờ; máy chủ web đang chạy sẽ gửi.',
  mailNotSetUp:
    'Chưa cài đặt gửi thư (SMTP_URL, MAIL_FROM): bỏ --mail rồi chuyển liên kết tận tay.',
  notInvited: 'Tài khoản này đã ngừng dùng nên không mời được.',
  written: (file: string) => `Đã ghi ${file}`,
  noCampaign: (code: string) =>
    `Không có đợt báo cáo mã "${code}". Xem mã trong địa chỉ trang Theo dõi tiến độ.`,
  notWritten: (file: string) => `Không ghi được tệp ${file}. Kiểm tra thư mục và quyền ghi.`,
  unknownCommand: (word: string) =>
    `Không có lệnh "${word}". Xem các lệnh: npm run phuluc -- --help`,
  wrongUse: (command: string, fault: string) =>
    `${fault} Xem cách dùng: npm run phuluc -- ${command} --help`,
  unknownOption: 'Tham số không đúng.',
  missingEmail: 'Thiếu địa chỉ email của người được mời.',
  missingRole: 'Cần --role office, admin hoặc clerk.',
  missingUnit: 'Cán bộ đầu mối cần --unit với mã đơn vị.',
  unknownUnit: (code: string) => `Không có đơn vị mã "${code}".`,
  missingOut: 'Thiếu --out với tên tệp .xlsx.',
  missingCampaign: 'Cần --campaign với mã đợt báo cáo, hoặc --demo.',
  missingFile: 'Thiếu tên tệp danh sách.',
  unreadableFile: (file: string) => `Không đọc được tệp ${file}. Kiểm tra tên tệp và quyền đọc.`,
  emptyCategory: 'Trong --categories có tên trống.',
  unknownCategory: (name: string) => `"${name}" không có trong --categories.`,
  demoAccounts: 'Tài khoản thử (mật khẩu chung cho mọi tài khoản: "ban thu phu luc"):',
} as const;

/** `--help` of each command. */
export const helpText: Readonly<Record<string, string>> = {
  '': `Phụ lục: thu báo cáo của các đơn vị, tính tỷ lệ tham gia, xuất Phụ lục.

Cách dùng: npm run phuluc -- <lệnh> [tham số]

  serve       chạy máy chủ web
  demo        chạy máy chủ web với số liệu mẫu, cơ sở dữ liệu riêng làm mới mỗi lần
  migrate     nâng cấp cơ sở dữ liệu
  invite      mời một người, in liên kết đăng nhập một lần
  appendix    ghi Phụ lục ra tệp .xlsx
  read-list   đọc thử một tệp danh sách, in kết quả dạng JSON

Mỗi lệnh có --help. Cấu hình bằng biến môi trường, xem README.md.`,
  serve: `Cách dùng: npm run phuluc -- serve

Chạy máy chủ web. Lần đầu: tạo cơ sở dữ liệu, nạp đợt báo cáo và các đơn vị,
in liên kết để đặt tài khoản phòng Nội vụ đầu tiên.`,
  demo: `Cách dùng: npm run phuluc -- demo

Chạy máy chủ web với số liệu mẫu. Đồng hồ đứng ở 08:00 ngày 11/12/2024,
cơ sở dữ liệu riêng (demo.sqlite) được làm mới mỗi lần.`,
  migrate: `Cách dùng: npm run phuluc -- migrate

Đưa cơ sở dữ liệu lên bản mới nhất.`,
  invite: `Cách dùng: npm run phuluc -- invite EMAIL --role office|admin|clerk [--unit MÃ] [--name "HỌ TÊN"] [--mail]

Tạo tài khoản và in liên kết đăng nhập một lần. --unit cần cho cán bộ đầu mối (clerk).
--mail: gửi cả thư mời mang liên kết này (khi máy chủ đã cài đặt gửi thư).
Email đã có tài khoản: in liên kết mới cho tài khoản đó.`,
  appendix: `Cách dùng: npm run phuluc -- appendix (--campaign MÃ | --demo) --out TỆP.xlsx

Ghi Phụ lục của một đợt báo cáo. --demo: Phụ lục của đợt mẫu, trong một cơ sở dữ liệu tạm.`,
  'read-list': `Cách dùng: npm run phuluc -- read-list TỆP [--categories "Cán bộ,Công chức,Viên chức"] [--default-category "Viên chức"]

In những gì phần mềm đọc được trong tệp danh sách, dạng JSON: people, faults, repaired.
--default-category: đối tượng của những người mà tệp không ghi.
Đọc được: kết thúc với 0. Không đọc được: in refused (code, message), kết thúc với 3.`,
};
