"""Several events side by side in one workbook: villages for the district, or one village's meetings."""
