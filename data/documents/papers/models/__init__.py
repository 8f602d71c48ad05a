"""The models of all papers: ``python -m data.documents.papers.models`` writes them to ``assets/papers``.

Each function draws one template with the parts of ``data.documents.papers.form``: what a paper says stands
here, how it looks stands there.
"""
