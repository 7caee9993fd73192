from . import appeal_evidence, external_review, signed_document
