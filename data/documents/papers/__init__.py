"""The papers to print and sign: .docx files filled from templates that an organiser changes in Word."""
