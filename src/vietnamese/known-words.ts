import { nameKey } from './names.ts';

/** Families, as common knowledge has them; rare ones and those of other peoples among them. */
const families = `nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý mạc đoàn đào đinh
  trịnh tạ tô tống trương mai lâm cao châu chu thái thân thạch tăng tôn từ văn vương vi viên quách quan
  phùng phó nông ninh nghiêm ngụy ngọ ma mã mẫn lưu lương lục lộc lò lường lã la kiều khúc khuất khổng kim
  hứa hà hàn hạ giáp giang giàng doãn diệp đồng đàm đậu điêu đường cù cung cầm chử bạch bành bàng bạc âu ông ung
  phí tòng sái nhữ bế thiều quản quàng lềnh lãnh vừ sùng hầu tiêu bàn ứng đái bồ từ lù thào hoa triệu điểu giả lạc`;

/** Syllables of middle and given names. */
const ofNames = `thị đức minh thanh ngọc hữu thu quang bảo xuân diệu tuấn hồng khánh việt anh ánh an ân ấn ẩn ái bình bích bằng
  bắc ba bách biên bé bổn cẩm cần cảnh cát chi chí chiến chinh chính chung chương chuyên công cúc cường danh dân
  diễm diệp dinh du duy duyên duyệt dũng dung dư đài đại đạo đạt đăng điền điệp định đoan đô đông gấm gia giao
  giới hải hân hằng hạnh hảo hậu hiên hiền hiến hiển hiệp hiếu hiệu hinh hoa hòa hoài hoan hoàn hoành học hội hợi
  hợp huân huấn huệ hùng hưng huy huyền huyên huyện hương hường hướng hưởng hy ích kha khải khang khanh khiêm
  khoa khôi khôn khuê khương khuyên kiên kiệt kính kỳ kỷ lam lan lành lãm lăng lân lập lệ lên liên liêm liễu liệu
  linh lĩnh loan loát long lợi luân luận luật lũy lụa lựu ly mạnh mận mão mậu mây mẫu mến miên mùi muội mười mừng
  mỹ mỵ my nam năm nga ngà ngân nghị nghĩa nghĩnh ngoan ngoạn nguyên nguyện nguyệt nhàn nhã nhạn nhẫn nhâm nhân nhật nhất nhi
  nhiên nhu nhung như nhị nhương ninh nở nữ oanh phát phi phong phú phúc phước phụng phương phượng phượng quân quế
  quốc quý quyên quyền quyết quỳnh sa san sang sáng sâm sen sinh soạn sơn song sương sửu sự sỹ sĩ tài tâm tân tấn
  tần tây thạc thạo thành thao thảo thắm thắng thăng thập thể thế thêm thi thìn thính thiên thiện thiệp thiệu thịnh thọ thoa
  thoan thoại thỏa thông thơ thơm thới thời thụ thuận thuần thuật thục thúy thùy thủy thuyên thuyết thư thứ thức
  thường thưởng thương thước tích tiên tiến tiếp tiệp tín tình tính tĩnh toàn toán toản tỏa tới trà trang trạch
  trãi trâm trân trí triết triều triệu trinh trình trọng trúc trung trực trường trưởng tú tuân tuế tuệ tùng tuyên
  tuyến tuyền tuyết tư tứ tường tự tý tỵ tị uyên uyển ứng ước út vân vấn vận vẻ vệ viễn viện vinh vĩnh vị vọng vui vượng
  vỹ vĩ vy xoan xuyến xuyên yên yến ý ất ất bính đinh mậu kỷ canh nhâm quý tỷ tí dần thìn ngọ mùi thân dậu tuất hợi
  điểu hằng sáu bảy tám chín hai bốn lài cam bưởi đào lê mơ mít tụ ngát thoảng hiệt quảng bá páo lượng lưỡng tiềm phấn phận`;

/** Syllables of posts, offices, places and headings, as they stand beside the names. */
const ofOffice = `giáo viên hiệu trưởng phó phòng chủ tịch bí thư đoàn đảng ủy ủy ban nhân dân hội nông phụ nữ cựu
  chiến binh mặt trận tổ quốc công chức cán bộ viên chức chuyên viên kế toán thủ quỹ văn thư thư viện y tế bảo vệ
  nhân viên thiết bị thí nghiệm phục vụ tạp vụ lái xe nấu ăn nuôi cấp dưỡng địa chính xây dựng tư pháp hộ tịch tài
  chính thống kê nội vụ thanh tra kinh tế hạ tầng giáo dục đào tạo lao động thương binh xã hội quân sự công an chỉ
  huy tổng phụ trách đội trưởng ban thành viên giám đốc kỹ thuật môn toán lý hóa sinh sử địa ngữ văn ngoại tin học
  thể dục mỹ thuật âm nhạc tiếng anh mầm non tiểu trung cơ sở thông phường xã quận huyện thị trấn thành phố tỉnh
  thôn khu phố đường số nhà ngõ ngách ấp khóm ủy hợp đồng biên chế nghỉ hưu thai sản ốm đi học công tác mới về chuyển
  đến từ đã chưa có không là và của các cho với trong ngoài trên dưới này đó tại theo do bởi nên cần phải được bị
  họ tên đệm ngày tháng năm sinh giới tính nam nữ chức danh vị trí đối tượng ngạch loại đơn ghi chú trình độ
  quê quán cộng người lập biểu bảng danh sách tham gia dự thi cuộc cải cách hành trực tuyến tuyên truyền báo cáo kết
  quả điểm giải nhất nhì ba khuyến khích xếp lần thứ lớp khối tổ bộ phận kiêm nhiệm chuyên trách không trọng thường
  thực quyền hạn lực lượng dân quân tự vệ phát thanh môi trường du lịch văn hóa thông tin khoa công nghệ quản đô thị
  tiếp nhận trả một cửa hồ sơ lưu trữ thủ tục hành kiểm soát tiếp dân khiếu nại tố cáo dân vận tôn giáo tổ chức kiểm
  tra giám sát hội đồng phổ thông cao đẳng đại thạc sĩ tiến sĩ cử kỹ sư bác sĩ dược sĩ điều dưỡng hộ y sĩ bệnh viện
  trạm đài trung tâm trẻ em ghép nhóm lớn bé cô mô hình khoái thoáng dùng vô dù mét thô mẫu giáo bán trú nội trú dân tộc kinh tày nùng mường hoa thổ
  vắng mặt xin lý cá gia đình con nhỏ tốt khá giỏi xuất sắc hoàn nhiệm hưởng lương bổ sung thay thế đề nghị
  nghiệp thời vụ tháng tuần sáng chiều tối trước sau giữa ghế bàn máy tính điện thoại địa chỉ căn cước chứng minh`;

/** What is common enough in a clerk's list to speak for a reading, whatever its capitals and tone's place. */
const known = new Set(`${families} ${ofNames} ${ofOffice}`.split(/\s+/).map(nameKey));

/** Is this word usual in lists of people? */
export const isKnownWord = (word: string): boolean => known.has(nameKey(word));

const familyNames = new Set(families.split(/\s+/).map(nameKey));

/** Does a full name begin with this word, as families are called? */
export const isFamilyName = (word: string): boolean => familyNames.has(nameKey(word));
