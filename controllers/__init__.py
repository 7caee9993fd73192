from . import external_review, signed_document
