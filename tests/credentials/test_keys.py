from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1

from narrate.credentials.keys import DAYS, dev


def test_the_chain_hangs_together(keys):
    own, authority = x509.load_pem_x509_certificates(keys.certificate)

    own.verify_directly_issued_by(authority)
    assert authority == x509.load_pem_x509_certificate(keys.authority)
    assert isinstance(own.public_key().curve, SECP256R1)


def test_it_is_for_trying_and_soon_over(keys):
    own, authority = x509.load_pem_x509_certificates(keys.certificate)

    for one in (own, authority):
        assert "trial" in one.subject.rfc4514_string()
        assert (one.not_valid_after_utc - one.not_valid_before_utc).days == DAYS


def test_each_chain_is_new(keys):
    assert dev().certificate != keys.certificate
