"""The rules of form for all papers: Nghị định 30/2020/NĐ-CP, phụ lục I. Each rule stands here once."""
