// SPDX-License-Identifier: MIT
//
// Keeps the start of aver short: libgit2 is linked statically, without its network libraries.
//
// git_libgit2_init() parses the machine's whole certificate store (10 of the 12 ms that a naive
// program takes to start), and loading the libraries for TLS, SSH and Kerberos takes half of the
// rest. aver never uses them: whatever goes over a network is done by the git program. So, in a
// build that links libgit2.a, the functions that its transports would call are defined here: those
// that git_libgit2_init() itself calls do nothing, and the others end the program.
// tests/layers_test.cpp holds that no source of ours calls libgit2's network functions.
#include <mbedtls/ctr_drbg.h>
#include <mbedtls/entropy.h>
#include <mbedtls/ssl.h>
#include <mbedtls/x509_crt.h>

#include <cstdlib>
#include <cstring>

namespace {

[[noreturn]] void network_is_not_linked() { std::abort(); }

}  // namespace

// Called while the library starts and stops: 0 is success.
#define AVER_QUIET(name)  \
  extern "C" long name(); \
  extern "C" long name() { return 0; }

// Called only by transports.
#define AVER_DEAD(name)   \
  extern "C" long name(); \
  extern "C" long name() { network_is_not_linked(); }

AVER_QUIET(libssh2_init)
AVER_QUIET(libssh2_exit)

AVER_DEAD(gss_delete_sec_context)
AVER_DEAD(gss_display_status)
AVER_DEAD(gss_import_name)
AVER_DEAD(gss_indicate_mechs)
AVER_DEAD(gss_init_sec_context)
AVER_DEAD(gss_release_buffer)
AVER_DEAD(gss_release_name)
AVER_DEAD(gss_release_oid_set)
extern "C" {
extern void* GSS_C_NT_HOSTBASED_SERVICE;
void* GSS_C_NT_HOSTBASED_SERVICE = nullptr;
}

AVER_DEAD(libssh2_agent_connect)
AVER_DEAD(libssh2_agent_disconnect)
AVER_DEAD(libssh2_agent_free)
AVER_DEAD(libssh2_agent_get_identity)
AVER_DEAD(libssh2_agent_init)
AVER_DEAD(libssh2_agent_list_identities)
AVER_DEAD(libssh2_agent_userauth)
AVER_DEAD(libssh2_channel_close)
AVER_DEAD(libssh2_channel_free)
AVER_DEAD(libssh2_channel_open_ex)
AVER_DEAD(libssh2_channel_process_startup)
AVER_DEAD(libssh2_channel_read_ex)
AVER_DEAD(libssh2_channel_set_blocking)
AVER_DEAD(libssh2_channel_write_ex)
AVER_DEAD(libssh2_hostkey_hash)
AVER_DEAD(libssh2_knownhost_checkp)
AVER_DEAD(libssh2_knownhost_free)
AVER_DEAD(libssh2_knownhost_init)
AVER_DEAD(libssh2_knownhost_readfile)
AVER_DEAD(libssh2_session_abstract)
AVER_DEAD(libssh2_session_disconnect_ex)
AVER_DEAD(libssh2_session_free)
AVER_DEAD(libssh2_session_handshake)
AVER_DEAD(libssh2_session_hostkey)
AVER_DEAD(libssh2_session_init_ex)
AVER_DEAD(libssh2_session_last_error)
AVER_DEAD(libssh2_session_method_pref)
AVER_DEAD(libssh2_session_set_blocking)
AVER_DEAD(libssh2_userauth_authenticated)
AVER_DEAD(libssh2_userauth_keyboard_interactive_ex)
AVER_DEAD(libssh2_userauth_list)
AVER_DEAD(libssh2_userauth_password_ex)
AVER_DEAD(libssh2_userauth_publickey)
AVER_DEAD(libssh2_userauth_publickey_fromfile_ex)
AVER_DEAD(libssh2_userauth_publickey_frommemory)

// mbedTLS, by its own declarations: what is initialised is set to zero, as libgit2 looks into it.
extern "C" {

void mbedtls_ctr_drbg_init(mbedtls_ctr_drbg_context* context) {
  std::memset(context, 0, sizeof *context);
}
void mbedtls_ctr_drbg_free(mbedtls_ctr_drbg_context*) {}
int mbedtls_ctr_drbg_seed(mbedtls_ctr_drbg_context*, int (*)(void*, unsigned char*, size_t), void*,
                          const unsigned char*, size_t) {
  return 0;
}
int mbedtls_ctr_drbg_random(void*, unsigned char*, size_t) { network_is_not_linked(); }
void mbedtls_entropy_init(mbedtls_entropy_context* context) {
  std::memset(context, 0, sizeof *context);
}
void mbedtls_entropy_free(mbedtls_entropy_context*) {}
int mbedtls_entropy_func(void*, unsigned char*, size_t) { network_is_not_linked(); }
void mbedtls_ssl_config_init(mbedtls_ssl_config* config) { std::memset(config, 0, sizeof *config); }
void mbedtls_ssl_config_free(mbedtls_ssl_config*) {}
int mbedtls_ssl_config_defaults(mbedtls_ssl_config*, int, int, int) { return 0; }
void mbedtls_ssl_conf_authmode(mbedtls_ssl_config*, int) {}
// libgit2 frees at its end what stands in these two fields.
void mbedtls_ssl_conf_ca_chain(mbedtls_ssl_config* config, mbedtls_x509_crt* chain,
                               mbedtls_x509_crl*) {
  config->ca_chain = chain;
}
void mbedtls_ssl_conf_ciphersuites(mbedtls_ssl_config*, const int*) {}
void mbedtls_ssl_conf_min_version(mbedtls_ssl_config*, int, int) {}
void mbedtls_ssl_conf_rng(mbedtls_ssl_config* config, int (*)(void*, unsigned char*, size_t),
                          void* state) {
  config->p_rng = state;
}
// libgit2 does not start unless some cipher has an id.
int mbedtls_ssl_get_ciphersuite_id(const char*) { return 1; }
void mbedtls_x509_crt_init(mbedtls_x509_crt* certificate) {
  std::memset(certificate, 0, sizeof *certificate);
}
void mbedtls_x509_crt_free(mbedtls_x509_crt*) {}
int mbedtls_x509_crt_parse_file(mbedtls_x509_crt*, const char*) { return 0; }
int mbedtls_x509_crt_parse_path(mbedtls_x509_crt*, const char*) { return 0; }
void mbedtls_strerror(int, char* buffer, size_t size) {
  if (size > 0) *buffer = '\0';
}

void mbedtls_ssl_init(mbedtls_ssl_context*) { network_is_not_linked(); }
void mbedtls_ssl_free(mbedtls_ssl_context*) { network_is_not_linked(); }
int mbedtls_ssl_setup(mbedtls_ssl_context*, const mbedtls_ssl_config*) { network_is_not_linked(); }
int mbedtls_ssl_handshake(mbedtls_ssl_context*) { network_is_not_linked(); }
int mbedtls_ssl_close_notify(mbedtls_ssl_context*) { network_is_not_linked(); }
int mbedtls_ssl_read(mbedtls_ssl_context*, unsigned char*, size_t) { network_is_not_linked(); }
int mbedtls_ssl_write(mbedtls_ssl_context*, const unsigned char*, size_t) {
  network_is_not_linked();
}
int mbedtls_ssl_set_hostname(mbedtls_ssl_context*, const char*) { network_is_not_linked(); }
void mbedtls_ssl_set_bio(mbedtls_ssl_context*, void*, mbedtls_ssl_send_t*, mbedtls_ssl_recv_t*,
                         mbedtls_ssl_recv_timeout_t*) {
  network_is_not_linked();
}
const mbedtls_x509_crt* mbedtls_ssl_get_peer_cert(const mbedtls_ssl_context*) {
  network_is_not_linked();
}
uint32_t mbedtls_ssl_get_verify_result(const mbedtls_ssl_context*) { network_is_not_linked(); }
int mbedtls_x509_crt_verify_info(char*, size_t, const char*, uint32_t) { network_is_not_linked(); }
}
