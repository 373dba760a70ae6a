package org.insignia.server;
public class Insignia { public static void main(String[] a){} }
