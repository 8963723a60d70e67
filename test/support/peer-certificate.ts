/** For the tests' mail server alone: signed by itself, and known to everybody who reads this. */
export const peerCertificate = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgLpWuJFwUAhpUBDm1
5+uDQz14l4cEErxQ4UWNLUW2ZjqhRANCAATUlCxSq/aTtZVas2pl2N6hl3AHhNOi
yzpnET8h5fzX+W8ADIkZvXNmSRmHOcSjMUqx9i/2yERpfTu89OJKTp6d
-----END PRIVATE KEY-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBojCCAUegAwIBAgIUPfssk/8210sW+fbycpfcKinOLqcwCgYIKoZIzj0EAwIw
FzEVMBMGA1UEAwwMbWFpbC5leGFtcGxlMCAXDTI2MTEyNTAyMzczMloYDzIxMjYx
MTAxMDIzNzMyWjAXMRUwEwYDVQQDDAxtYWlsLmV4YW1wbGUwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAATUlCxSq/aTtZVas2pl2N6hl3AHhNOiyzpnET8h5fzX+W8A
DIkZvXNmSRmHOcSjMUqx9i/2yERpfTu89OJKTp6do28wbTAdBgNVHQ4EFgQUQeES
ong9Si4qjSSdTLSgE0q/oykwHwYDVR0jBBgwFoAUQeESong9Si4qjSSdTLSgE0q/
oykwDwYDVR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEw
CgYIKoZIzj0EAwIDSQAwRgIhALWKxl0ktffheYdZ5Ihdj+XhzIx0J8MHM47rZInP
WVexAiEA5bcLeNMrglqeopJrvHHqZ14LEvhf2e2rrCkbn9avUHk=
-----END CERTIFICATE-----
`,
} as const;
