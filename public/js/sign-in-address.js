/** Where to sign in again so as to come back to this page. */
export const signInAddress = () => `/dang-nhap?tiep=${encodeURIComponent(location.pathname)}`;
