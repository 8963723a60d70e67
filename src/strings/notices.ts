export const noticeText = {
  'session-ended':
    'Phiên làm việc đã hết sau 60 phút không thao tác. Đăng nhập lại để tiếp tục; nội dung vừa nhập còn nguyên.',
  'signed-out': 'Đã đăng xuất.',
  'sign-in-first': 'Đăng nhập để mở trang này.',
  accepted: 'Đã tiếp nhận báo cáo.',
  returned: 'Đã trả lại báo cáo cho đơn vị.',
  reopened: 'Đã mở lại báo cáo để đơn vị sửa.',
} as const;
