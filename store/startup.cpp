// SPDX-License-Identifier: MIT
//
// What keeps a start of aver short: libgit2, linked statically, without the network behind it.
//
// git_libgit2_init() parses the machine's whole certificate store (10 of the 12 ms that a naive program takes
// to start), and loading the libraries for TLS, SSH and Kerberos takes half of the rest. aver never uses them:
// whatever goes over a network is done by the git program. So, in a build that links libgit2.a, the functions
// that its transports would call are defined here: those that git_libgit2_init() itself calls do nothing,
// and the others end the program. tests/layers_test.cpp holds that no source of ours calls libgit2's
// network functions.
#include <cstdlib>

namespace {

[[noreturn]] void network_is_not_linked() { std::abort(); }

}  // namespace

// Called while the library starts and stops: 0 is success.
#define AVER_QUIET(name) \
  extern "C" long name();  \
  extern "C" long name() { return 0; }

// libgit2 does not start unless some cipher has an id.
extern "C" long mbedtls_ssl_get_ciphersuite_id();
extern "C" long mbedtls_ssl_get_ciphersuite_id() { return 1; }

// Called only by transports.
#define AVER_DEAD(name)  \
  extern "C" long name(); \
  extern "C" long name() { network_is_not_linked(); }

AVER_QUIET(libssh2_init)
AVER_QUIET(libssh2_exit)
AVER_QUIET(mbedtls_ctr_drbg_free)
AVER_QUIET(mbedtls_ctr_drbg_init)
AVER_QUIET(mbedtls_ctr_drbg_random)
AVER_QUIET(mbedtls_ctr_drbg_seed)
AVER_QUIET(mbedtls_entropy_free)
AVER_QUIET(mbedtls_entropy_func)
AVER_QUIET(mbedtls_entropy_init)
AVER_QUIET(mbedtls_ssl_conf_authmode)
AVER_QUIET(mbedtls_ssl_conf_ca_chain)
AVER_QUIET(mbedtls_ssl_conf_ciphersuites)
AVER_QUIET(mbedtls_ssl_conf_min_version)
AVER_QUIET(mbedtls_ssl_conf_rng)
AVER_QUIET(mbedtls_ssl_config_defaults)
AVER_QUIET(mbedtls_ssl_config_free)
AVER_QUIET(mbedtls_ssl_config_init)
AVER_QUIET(mbedtls_strerror)
AVER_QUIET(mbedtls_x509_crt_free)
AVER_QUIET(mbedtls_x509_crt_init)
AVER_QUIET(mbedtls_x509_crt_parse_file)
AVER_QUIET(mbedtls_x509_crt_parse_path)

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
AVER_DEAD(mbedtls_ssl_close_notify)
AVER_DEAD(mbedtls_ssl_free)
AVER_DEAD(mbedtls_ssl_get_peer_cert)
AVER_DEAD(mbedtls_ssl_get_verify_result)
AVER_DEAD(mbedtls_ssl_handshake)
AVER_DEAD(mbedtls_ssl_init)
AVER_DEAD(mbedtls_ssl_read)
AVER_DEAD(mbedtls_ssl_set_bio)
AVER_DEAD(mbedtls_ssl_set_hostname)
AVER_DEAD(mbedtls_ssl_setup)
AVER_DEAD(mbedtls_ssl_write)
AVER_DEAD(mbedtls_x509_crt_verify_info)
