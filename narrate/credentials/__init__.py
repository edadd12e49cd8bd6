"""Content credentials: who made a file, how and of what, signed so that changes show.

The standard is C2PA (https://c2pa.org, specification 2.2), and its own library does the work:
`pip install 'narrate[credentials]'`. The room is one way through:

- `claim.py` says what is stated of an edition, as plain data;
- `certificates.py` reads a publisher's certificates and tells in words what is wrong with them;
- `signers.py` finds who signs: a key in a file, or a plug-in for a key that may not leave its box;
- `sign.py` puts a signed claim into a file of sound, and `verify.py` reads one;
- `keys.py` makes a chain of certificates for trying things out;
- `tags.py` reads from a finished file's tags what there is to claim.

To sign with a key that is not in a file (PKCS#11, a cloud's key service):

1. Write a function that takes one text (what the user wrote after the colon, or an empty one)
   and returns an object with the members of `signers.Signer`.
2. Name it in an entry point, in your package's `pyproject.toml`:

       [project.entry-points."narrate.signers"]
       vault = "mypackage.vault:signer"

   and install the package again: entry points are read from installed metadata.
3. Give its name: `narrate sign story.mp3 --signer vault:newsroom-2026`.
"""
