import { numbersFrom } from '../../src/demo/made-up-people.ts';

const families =
  `Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Mạc Đoàn Đào Đinh Trịnh
  Tạ Tô Tống Trương Mai Lâm Cao Châu Chu Thái Thạch Tăng Văn Vương Vi Quách Phùng Phó Nông Ninh Nghiêm Ngụy Mã Lưu
  Lương Lục Lò Lường La Kiều Khúc Khuất Khổng Kim Hứa Hà Hàn Giáp Giang Doãn Đồng Đàm Đậu Cù Cung Chử Bạch Bành Âu
  Ông Ung Ứng Quản Quàng Tòng Cà Lềnh Vừ Giàng Sùng Hầu Triệu Bế Hoa Tiêu Từ Thiều Sái Phí Nhữ Lãnh Đường`.split(
    /\s+/,
  );
const middles =
  `Văn Thị Đức Minh Thanh Ngọc Hữu Thu Quang Bảo Xuân Diệu Tuấn Hồng Khánh Việt Thùy Thế Kim Đình Quốc
  Công Trọng Anh Mạnh Bích Phương Hoài Tiến Duy Thúy Mỹ Như Ánh Khắc Bá Viết Trung Hải Gia Nhật Đăng Tú Chí Phúc
  Vũ Lệ Kiều Huyền Cẩm Ái Ý Quý Sỹ Tất Doãn Cảnh Phi Trường Nguyên Tường Uyên Xuyến Nhã Yến`.split(
    /\s+/,
  );
const givens =
  `An Ân Ấn Ánh Ảnh Anh Ba Bách Bảo Bằng Bắc Biên Bình Bích Bưởi Cảnh Chăm Châu Chi Chiến Chinh Chung Chúc Cúc
  Cương Cường Danh Dần Diễm Diệp Dinh Dịu Doanh Dung Dũng Duy Duyên Dương Đài Đại Đan Đào Đạo Đạt Điệp Định Đoan Đoài
  Đông Đức Gấm Giang Giao Hà Hạ Hải Hạnh Hào Hảo Hằng Hân Hậu Hiên Hiền Hiển Hiệp Hiếu Hoa Hòa Hoà Hoài Hoan Hoàn
  Hoàng Hồng Huấn Huân Huệ Hùng Huy Huyền Huynh Hưng Hương Hường Hưởng Hữu Ích Kha Khải Khang Khánh Khiêm Khoa Khoát
  Khôi Khuê Khương Kiên Kiệt Kiểm Kỳ Lam Lan Lành Lãm Lâm Lân Lập Lê Lệ Lịch Liên Liễu Linh Loan Long Lộc Lợi Luân
  Luật Luyện Luyến Lương Lượng Lưu Lựu Ly Lý Mai Mạnh Mận Mẫn Mến Miên Minh Mơ Mùi Mừng My Mỹ Nam Năm Nga Ngà Ngân
  Nghị Nghĩa Ngoan Ngọc Nguyên Nguyệt Nhàn Nhạn Nhâm Nhân Nhẫn Nhật Nhi Nhiên Nhung Như Nhường Ninh Nụ Nữ Oanh Phát Phấn
  Phong Phú Phúc Phụng Phước Phương Phượng Quân Quang Quảng Quế Quốc Quy Quý Quyên Quyền Quyết Quỳnh Sa Sáng Sao Sâm
  Sen Sinh Soi Sơn Sự Sửu Tài Tám Tâm Tân Tấn Tần Thạch Thái Thanh Thành Thảo Thắm Thắng Thêm Thi Thiện Thiệp Thìn Thịnh
  Thọ Thoa Thoan Thỏa Thông Thơ Thơm Thu Thuần Thuận Thuật Thục Thùy Thuý Thúy Thủy Thuyên Thư Thức Thương Thường Tiên Tiến
  Tiếp Tiệp Tín Tình Tĩnh Toán Toàn Toản Tới Trà Trang Trâm Trân Tri Trí Triển Triết Trinh Trình Trọng Trúc Trung Trực
  Trường Trưởng Tú Tuân Tuấn Tuệ Tùng Tuyên Tuyến Tuyết Tư Tường Tứ Tý Uyên Ước Ứng Vân Vấn Viên Viễn Việt Vinh Vĩnh Vọng
  Vũ Vui Vương Vượng Vy Vỹ Xoan Xuân Xuyên Xuyến Ý Yên Yến Nhuệ Khuyên Ngoạt Bẩy Sỏi Chắt Nguyện Tẻo Ngát Hoạch Ổn Út`.split(
    /\s+/,
  );

const oneOf = (words: readonly string[], next: () => number): string =>
  words[Math.floor(next() * words.length)] ?? '';

/** So many different made-up full names of three or four words, always the same. */
export const madeUpNames = (count: number, seed: number): string[] => {
  const next = numbersFrom(seed);
  const names = new Set<string>();
  while (names.size < count) {
    const words = [oneOf(families, next), oneOf(middles, next), oneOf(givens, next)];
    if (next() < 0.3) words.splice(2, 0, oneOf(middles, next));
    names.add(words.join(' '));
  }
  return [...names];
};
